using System.Text.Json;

namespace Lavka.Talk;

/// <summary>Files as they are stored in an answer: small JSON, whatever a sender called his file.</summary>
internal static class MediaForm
{
    /// <summary>More than a bot is able to download (Telegram: 20 MB).</summary>
    public const long Largest = 20L * 1024 * 1024;

    private const int LongestName = 100;
    private const int LongestId = 512;

    public static bool IsPhoto(Media media) => media.Kind == "photo" || (media.Kind == "document" && media.MediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true);

    /// <summary>What comes as bytes with a meaning of its own; a sticker, a voice and a round video are said, not handed in.</summary>
    public static bool IsFile(Media media) => media.Kind is "document" or "photo" or "video" or "audio" or "animation";

    /// <summary>Null when it cannot be kept.</summary>
    public static Media? Kept(Media media) => media.File.Length is 0 or > LongestId ? null : media with
    {
        Name = media.Name is { } name ? Spelling.Cut(Spelling.WellFormed(name), LongestName) : null,
        MediaType = media.MediaType is { } type ? Spelling.Cut(Spelling.WellFormed(type), LongestName) : null,
    };

    public static string Write(Media media) => JsonSerializer.Serialize(media, AnswerJson.Default.Media);

    public static string Write(IReadOnlyList<Media> media) => JsonSerializer.Serialize(media, AnswerJson.Default.IReadOnlyListMedia);

    public static Media? Read(string stored) => Read(() => JsonSerializer.Deserialize(stored, AnswerJson.Default.Media)) is { } media && IsWhole(media) ? media : null;

    public static IReadOnlyList<Media>? ReadAll(string stored) =>
        Read(() => JsonSerializer.Deserialize(stored, AnswerJson.Default.IReadOnlyListMedia)) is { } all && all.All(IsWhole) ? all : null;

    public static Text Tell(Media media) =>
        media.Name is { } name ? QuestionTexts.FileTold.With("name", name) : IsPhoto(media) ? QuestionTexts.PhotoTold : QuestionTexts.FileNameless;

    public static Text? TooLarge(Media media, long most) =>
        media.Size > most ? QuestionTexts.FileTooLarge.With("most", Numbers.Write(Math.Round(most / 1024m / 1024m, 1))) : null;

    private static bool IsWhole(Media? media) => media is { Kind.Length: > 0, File.Length: > 0 };

    private static T? Read<T>(Func<T?> read) where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
