using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.Recording;

namespace Lavka.Simulator.Telegram.State;

/// <summary>
/// The private chat of one bot and one person: its messages and what the person has below them.
/// Whoever must join a change with another step (an update, an event) holds <see cref="Gate"/> around both, so that they happen in one order.
/// </summary>
public sealed class Conversation(BotAccount bot, Person person, TimeProvider time)
{
    private readonly SortedDictionary<int, ChatMessage> _messages = [];
    private int _lastId;

    public Lock Gate { get; } = new();

    public BotAccount Bot => bot;

    public Person Person => person;

    /// <summary>Whether the person ever wrote; before that a bot may not write to him.</summary>
    public bool IsStarted { get; private set; }

    public bool IsBlocked { get; private set; }

    public InputArea Input { get; private set; } = InputArea.Empty;

    /// <summary>Told of every change, in order, while <see cref="Gate"/> is held.</summary>
    public ConversationEvents Events { get; } = new();

    /// <summary>The chat from its beginning; written to while <see cref="Gate"/> is held.</summary>
    public Recorder Recorder { get; } = new(time);

    public IReadOnlyList<ChatMessage> Messages
    {
        get
        {
            lock (Gate)
                return [.. _messages.Values];
        }
    }

    public ChatMessage? Find(int id)
    {
        lock (Gate)
            return _messages.GetValueOrDefault(id);
    }

    /// <summary>The bot writes. Refused like in Telegram to a person who never wrote, or who blocked the bot.</summary>
    public ChatMessage Send(Content content, ReplyMarkup? markup, int? replyTo, string? album = null)
    {
        lock (Gate)
        {
            RefuseUnreachable();
            var message = Append(new ChatMessage(++_lastId, time.GetUtcNow(), FromBot: true, content)
            {
                ReplyTo = replyTo,
                Keyboard = markup as ReplyMarkup.Inline,
                IsFixed = markup is not (null or ReplyMarkup.Inline),
                Album = album,
            });
            Recorder.Sent(message, markup);
            ChangeInput(Input.After(message.Id, markup));
            return message;
        }
    }

    /// <summary>The person writes.</summary>
    public ChatMessage Write(Content content, int? replyTo, string? album = null)
    {
        lock (Gate)
        {
            if (IsBlocked)
                throw RefusedException.BadRequest("the person has blocked the bot");
            IsStarted = true;
            var message = Append(new ChatMessage(++_lastId, time.GetUtcNow(), FromBot: false, content) { ReplyTo = replyTo, Album = album });
            Recorder.Sent(message, markup: null);
            ChangeInput(Input.AfterPersonWrote());
            return message;
        }
    }

    /// <summary>Replaces a message by its edited self.</summary>
    public ChatMessage Edit(ChatMessage changed)
    {
        lock (Gate)
        {
            _messages[changed.Id] = changed;
            Recorder.Edited(changed);
            Events.Publish(new ConversationEvent.Edited(changed));
            return changed;
        }
    }

    /// <summary>False when there is no such message (any more).</summary>
    public bool Delete(int id, bool byBot)
    {
        lock (Gate)
        {
            if (!_messages.Remove(id, out var message))
                return false;
            Recorder.Deleted(message, byBot);
            Events.Publish(new ConversationEvent.Deleted(id));
            ChangeInput(Input.Without(id));
            return true;
        }
    }

    /// <summary>The person lets the bot in (again) or shuts it out.</summary>
    public void Block(bool blocked)
    {
        lock (Gate)
        {
            IsBlocked = blocked;
            Recorder.Blocked(blocked);
            Events.Publish(new ConversationEvent.Blocked(blocked));
        }
    }

    /// <summary>The bot answered a press.</summary>
    public void Noted(PressAnswer answer)
    {
        lock (Gate)
            Recorder.Noted(answer);
    }

    /// <summary>A person of whom only an update told is known from then on, as if he had written.</summary>
    public void Start() => IsStarted = true;

    public void RefuseUnreachable()
    {
        if (IsBlocked)
            throw RefusedException.Forbidden("bot was blocked by the user");
        if (!IsStarted)
            throw RefusedException.Forbidden("bot can't initiate conversation with a user");
    }

    private ChatMessage Append(ChatMessage message)
    {
        _messages.Add(message.Id, message);
        Events.Publish(new ConversationEvent.Sent(message));
        return message;
    }

    private void ChangeInput(InputArea input)
    {
        if (Input == input)
            return;
        Input = input;
        Events.Publish(new ConversationEvent.InputChanged(input));
    }
}
