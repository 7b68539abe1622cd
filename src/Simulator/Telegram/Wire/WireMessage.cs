namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A message, as the Bot API writes it; times are Unix seconds.</summary>
public sealed record WireMessage(int MessageId, WireUser From, WireChat Chat, long Date)
{
    public long? EditDate { get; init; }

    public string? MediaGroupId { get; init; }

    public WireMessage? ReplyToMessage { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<WireEntity>? Entities { get; init; }

    public IReadOnlyList<WireFile>? Photo { get; init; }

    public WireFile? Document { get; init; }

    public WireFile? Voice { get; init; }

    public WireFile? Sticker { get; init; }

    public string? Caption { get; init; }

    public IReadOnlyList<WireEntity>? CaptionEntities { get; init; }

    public WireContact? Contact { get; init; }

    public WireLocation? Location { get; init; }

    public WireKeyboard? ReplyMarkup { get; init; }
}
