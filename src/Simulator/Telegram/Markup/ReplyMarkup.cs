namespace Lavka.Simulator.Telegram.Markup;

/// <summary>What a bot may attach to a message.</summary>
public abstract record ReplyMarkup
{
    private ReplyMarkup()
    {
    }

    /// <summary>Buttons under the message itself; the only markup with which a message can still be edited.</summary>
    public sealed record Inline(IReadOnlyList<IReadOnlyList<InlineButton>> Rows) : ReplyMarkup
    {
        public bool HasData(string data) => Rows.Any(row => row.Any(button => button.Data == data));

        /// <summary>Whether a person could still press something that the bot would hear of.</summary>
        public bool IsLive => Rows.Any(row => row.Any(button => button.Data is not null));
    }

    /// <summary>Buttons in place of the letters, for the whole chat, until replaced or removed.</summary>
    public sealed record Keyboard(IReadOnlyList<IReadOnlyList<ReplyButton>> Rows, string? Placeholder, bool Resize, bool OneTime, bool Persistent)
        : ReplyMarkup;

    /// <summary>Takes the chat's keyboard away.</summary>
    public sealed record Remove : ReplyMarkup;

    /// <summary>Opens the input as a reply to this message.</summary>
    public sealed record Force(string? Placeholder) : ReplyMarkup;
}
