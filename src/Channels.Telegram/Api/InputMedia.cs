namespace Lavka.Channels.Telegram;

/// <summary>One file of an album (core.telegram.org/bots/api#inputmedia).</summary>
/// <param name="Type">"photo" or "document".</param>
/// <param name="Media">"attach://" and the name of the part of the form that has the bytes.</param>
/// <param name="Caption">HTML, at most 1024 shown characters; one on the first file alone is shown under the whole album.</param>
public sealed record InputMedia(string Type, string Media, string? Caption)
{
    public string? ParseMode { get; } = Caption is null ? null : "HTML";
}
