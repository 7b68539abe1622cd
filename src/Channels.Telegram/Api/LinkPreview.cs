namespace Lavka.Channels.Telegram;

/// <summary>Whether the first link of a text is shown as a card.</summary>
public sealed record LinkPreview(bool IsDisabled)
{
    public static readonly LinkPreview Off = new(true);
}
