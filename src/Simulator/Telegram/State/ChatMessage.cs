using Lavka.Simulator.Telegram.Markup;

namespace Lavka.Simulator.Telegram.State;

/// <summary>One message of a chat as it stands now; an edit makes a new value with the same number.</summary>
public sealed record ChatMessage(int Id, DateTimeOffset Date, bool FromBot, Content Content)
{
    public ReplyMarkup.Inline? Keyboard { get; init; }

    /// <summary>Number of the message it answers.</summary>
    public int? ReplyTo { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>What the messages of one album share, <c>media_group_id</c> on the wire.</summary>
    public string? Album { get; init; }

    /// <summary>Sent with a reply keyboard, its removal or a forced reply: Telegram never lets such a message be edited.</summary>
    public bool IsFixed { get; init; }
}
