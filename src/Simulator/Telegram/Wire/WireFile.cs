namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A photo size, document, voice, sticker or getFile's answer: the fields of each that apply.</summary>
public sealed record WireFile(string FileId, string FileUniqueId, long FileSize)
{
    public string? FileName { get; init; }

    public string? MimeType { get; init; }

    public string? FilePath { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>"regular" for a sticker.</summary>
    public string? Type { get; init; }

    /// <summary>What a sticker stands for.</summary>
    public string? Emoji { get; init; }

    public bool? IsAnimated { get; init; }

    public bool? IsVideo { get; init; }
}
