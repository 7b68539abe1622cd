using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>What a person can do in his chat with a bot. Every act changes the chat and makes its update as one step.</summary>
public sealed class PersonActs(OpenPresses presses, FileStore files, TimeProvider time)
{
    public ChatMessage Write(Conversation conversation, string text, int? replyTo)
    {
        if (replyTo is { } answered && conversation.Find(answered) is null)
            throw RefusedException.BadRequest("the message to answer is gone");
        return Write(conversation, new Content.Text(Checked(text)), replyTo);
    }

    public ChatMessage SendFile(Conversation conversation, FileKind kind, string name, string mime, ReadOnlyMemory<byte> bytes, string? caption)
    {
        if (kind == FileKind.Photo && PictureSize.Of(bytes.Span) is null)
            throw RefusedException.BadRequest("a photo must be a picture");
        var words = new FormattedText(caption ?? "", []).Trim().WithFoundEntities();
        if (words.Text.Length > MessageText.MostCaption)
            throw RefusedException.BadRequest("the caption is too long");
        return Write(conversation, new Content.Media(files.Add(conversation.Bot.Id, kind, name, mime, bytes), words), replyTo: null);
    }

    /// <summary>Shares the person's own contact; the number follows from his.</summary>
    public ChatMessage ShareContact(Conversation conversation)
    {
        var person = conversation.Person;
        var number = string.Create(CultureInfo.InvariantCulture, $"+7900{person.Id % 10_000_000:0000000}");
        return Write(conversation, new Content.Contact(number, person.FirstName, person.LastName, person.Id), replyTo: null);
    }

    public ChatMessage ShareLocation(Conversation conversation, double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
            ? Write(conversation, new Content.Location(latitude, longitude), replyTo: null)
            : throw RefusedException.BadRequest("there is no such place on Earth");

    /// <summary>Changes a text of his own.</summary>
    public ChatMessage Edit(Conversation conversation, int messageId, string text)
    {
        var body = Checked(text);
        lock (conversation.Gate)
        {
            if (conversation.Find(messageId) is not { FromBot: false, Content: Content.Text } message)
                throw RefusedException.BadRequest("a person edits texts of his own only");
            var edited = conversation.Edit(message with { Content = new Content.Text(body), EditedAt = time.GetUtcNow() });
            conversation.Bot.Updates.Enqueue("edited_message", conversation.ToWire(edited).ToJson());
            return edited;
        }
    }

    /// <summary>Presses a button that is there; the press waits for the bot's answer.</summary>
    public Press Press(Conversation conversation, int messageId, string data)
    {
        lock (conversation.Gate)
        {
            if (conversation.Find(messageId) is not { Keyboard: { } keyboard } message || !keyboard.HasData(data))
                throw RefusedException.BadRequest("there is no such button");
            var (bot, person) = (conversation.Bot, conversation.Person);
            var press = presses.Open(bot.Id);
            var instance = (bot.Id ^ (person.Id << 20)).ToString(CultureInfo.InvariantCulture);
            var query = new WireCallbackQuery(press.Id, person.ToWire(), conversation.ToWire(message), instance, data);
            bot.Updates.Enqueue("callback_query", JsonSerializer.SerializeToNode(query, WireJson.Default.WireCallbackQuery)!);
            return press;
        }
    }

    public void Block(Conversation conversation, bool blocked)
    {
        lock (conversation.Gate)
        {
            if (conversation.IsBlocked == blocked)
                return;
            conversation.Block(blocked);
            conversation.Bot.Updates.Enqueue("my_chat_member", MemberUpdate(conversation, blocked));
        }
    }

    private static ChatMessage Write(Conversation conversation, Content content, int? replyTo)
    {
        lock (conversation.Gate)
        {
            var message = conversation.Write(content, replyTo);
            conversation.Bot.Updates.Enqueue("message", conversation.ToWire(message).ToJson());
            return message;
        }
    }

    private static FormattedText Checked(string text)
    {
        var body = new FormattedText(text, []).Trim().WithFoundEntities();
        return body.Text.Length is >= 1 and <= MessageText.MostText
            ? body
            : throw RefusedException.BadRequest("a text has 1 to 4096 characters");
    }

    private JsonNode MemberUpdate(Conversation conversation, bool blocked)
    {
        var member = new WireMember(conversation.Bot.ToWire(), "member");
        var kicked = new WireMember(conversation.Bot.ToWire(), "kicked") { UntilDate = 0 };
        var update = new WireMemberUpdate(
            conversation.Person.ToChat(),
            conversation.Person.ToWire(),
            time.GetUtcNow().ToUnixTimeSeconds(),
            blocked ? member : kicked,
            blocked ? kicked : member);
        return JsonSerializer.SerializeToNode(update, WireJson.Default.WireMemberUpdate)!;
    }
}
