namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A message as the web chat shows it; the date in Unix seconds, entities in UTF-16 units.</summary>
public sealed record MessageView(int Id, long Date, string From, IReadOnlyList<EntityView> Entities, bool Edited)
{
    public string? Text { get; init; }

    public string? Caption { get; init; }

    public FileView? Photo { get; init; }

    public FileView? Document { get; init; }

    public FileView? Voice { get; init; }

    public FileView? Sticker { get; init; }

    public ContactView? Contact { get; init; }

    public LocationView? Location { get; init; }

    public IReadOnlyList<IReadOnlyList<InlineButtonView>>? InlineKeyboard { get; init; }

    public int? ReplyTo { get; init; }

    /// <summary>What the messages of one album share.</summary>
    public string? Album { get; init; }
}
