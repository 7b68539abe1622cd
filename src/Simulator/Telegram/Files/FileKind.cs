namespace Lavka.Simulator.Telegram.Files;

/// <summary>What a file was sent as; an identifier of one kind cannot be sent as another.</summary>
public enum FileKind
{
    Photo,
    Document,
    Voice,
    Sticker,
}
