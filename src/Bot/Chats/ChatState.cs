using System.Text.Json;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>
/// All that is kept of a chat, in one row that changes once a turn: who it is, what is open, what stands on his screen, which updates were taken.
/// Bounded: it does not grow with the length of the chat.
/// </summary>
public sealed record ChatState
{
    /// <summary>The number of the last outbox row; the order of messages in this chat.</summary>
    public long Seq { get; init; }

    /// <summary>How many dialogs were opened here: the next one's id.</summary>
    public long Opened { get; init; }

    public DialogState? Dialog { get; init; }

    /// <summary>The dialog on which the open one stands: it goes on when that one has ended.</summary>
    public DialogState? Beneath { get; init; }

    /// <summary>How long the open dialog is left alone; null when nothing follows from that.</summary>
    public Quiet? Quiet { get; init; }

    /// <summary>The messenger's id of the message whose button opened the dialog: pressed twice, it opens it once.</summary>
    public string? OpenedBy { get; init; }

    public Live? Live { get; init; }

    /// <summary>The number of the message that was live before: a second tap on it, a moment too late, is nothing to be told about.</summary>
    public long? Closed { get; init; }

    /// <summary>A message has put buttons in the place of the keyboard, and nothing has taken them away yet.</summary>
    public bool HasKeyboard { get; init; }

    /// <summary>The operator who has taken the chat over: the bot is silent until he gives it back.</summary>
    public string? TakenBy { get; init; }

    /// <summary>The last album: what was sent together comes one by one, and is not met with a word for each.</summary>
    public string? Album { get; init; }

    /// <summary>How fast he writes; null where nobody counts.</summary>
    public Tempo? Tempo { get; init; }

    public Language Language { get; init; }

    public Person? Person { get; init; }

    public SeenUpdates Seen { get; init; } = SeenUpdates.None;

    public bool HasSeen(string update) => Seen.Contains(update);

    public ChatState Remember(string update) => this with { Seen = Seen.With(update) };

    /// <summary>Who is there, as the messenger tells it now. His language is taken from it at the first meeting only.</summary>
    public ChatState Meet(Person person) => this with
    {
        Person = person,
        Language = Person is not null ? Language : person.LanguageCode?.StartsWith("en", StringComparison.OrdinalIgnoreCase) is true ? Language.En : Language.Ru,
    };

    public string ToJson() => JsonSerializer.Serialize(this, ChatJson.Default.ChatState);

    public static ChatState FromJson(string json) =>
        JsonSerializer.Deserialize(json, ChatJson.Default.ChatState) ?? throw new JsonException("The state of a chat cannot be null.");
}
