using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lavka.Pure.Talk.Random;

/// <summary>What a stored answer, or a half of one, means to a question: told without the engine.</summary>
internal static partial class Meaning
{
    private const int LongestId = 512;

    /// <summary>The answer as the result of the dialog tells it; null when it does not fit the question as it is today.</summary>
    public static string? Of(Asked asked, string stored) => asked.Sort switch
    {
        Sort.Words or Sort.Secret => stored.Length > 0 && stored.Length <= asked.Longest ? stored : null,
        Sort.Count => Number(stored) is { } number && Math.Abs(number) <= asked.Greatest ? number.ToString(CultureInfo.InvariantCulture) : null,
        Sort.Pick => IsOption(asked, stored) ? stored : null,
        Sort.Many => Lines(stored) is var keys && keys.Length >= asked.Least && keys.Length <= asked.Most && keys.All(key => IsOption(asked, key)) ? string.Join('+', keys) : null,
        Sort.Confirm => stored is "yes" or "no" ? stored : null,
        Sort.Day => Day(stored) is { } day && day >= asked.First && day <= asked.Last && !asked.Taken.Contains(day) ? stored : null,
        Sort.Stay => stored.Split('/') is [var first, var last] && Day(first) is { } from && Day(last) is { } to && IsStay(asked, from, to) ? stored : null,
        Sort.Photo or Sort.File => Json(stored) is { ValueKind: JsonValueKind.Object } file && IsTaken(asked, file) ? Word(file, "file") : null,
        Sort.Photos => Files(stored) is { } files && files.Count >= asked.Least && files.Count <= asked.Most ? string.Join('+', files) : null,
        Sort.Contact => Json(stored) is { ValueKind: JsonValueKind.Object } contact && Word(contact, "phone") is { } phone && (!asked.IsStrict || IsOwn(contact)) ? phone : null,
        Sort.Place => Point().Match(stored) is { Success: true } point ? Place(asked, Degrees(point.Groups["north"]), Degrees(point.Groups["east"])) : null,
        _ => throw new InvalidOperationException($"{asked}"),
    };

    /// <summary>What is there so far of an answer that takes several taps or messages; empty for nothing.</summary>
    public static string OfHalf(Asked asked, string? draft) => (asked.Sort, draft) switch
    {
        (Sort.Many, { } ticked) => string.Join('+', asked.Options.Select(option => $"o{option}").Where(Lines(ticked).Contains)),
        (Sort.Photos, { } photos) => string.Join('+', (Files(photos) ?? []).Take(asked.Most)),
        (Sort.Stay, { Length: > 8 } stay) => Day(stay[8..]) is { } arrival && CanArrive(asked, arrival) ? stay[8..] : "",
        _ => "",
    };

    /// <summary>A day on which a stay can begin.</summary>
    public static bool CanArrive(Asked asked, DateOnly day) => IsStay(asked, day, day.AddDays(asked.Least));

    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A file with an id that can be kept, and a picture.</summary>
    public static bool IsPhoto(string kind, string id, string? mediaType) =>
        id.Length is > 0 and <= LongestId && (kind == "photo" || (kind == "document" && mediaType?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) is true));

    private static bool IsOption(Asked asked, string key) => asked.Options.Any(option => $"o{option}" == key);

    private static string[] Lines(string stored) => stored.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsStay(Asked asked, DateOnly from, DateOnly to)
    {
        var nights = to.DayNumber - from.DayNumber;
        return from >= asked.First && to <= asked.Last && nights >= asked.Least && nights <= asked.Most && !asked.Taken.Any(night => night >= from && night < to);
    }

    private static bool IsTaken(Asked asked, JsonElement file)
    {
        if (Word(file, "kind") is not { } kind || Word(file, "file") is not { } id) return false;
        if (file.TryGetProperty("size", out var size) && size.ValueKind is JsonValueKind.Number && size.GetInt64() > asked.Largest) return false;
        var mediaType = Word(file, "mediaType");
        if (asked.Sort is Sort.Photo) return IsPhoto(kind, id, mediaType);
        return kind is "document" or "photo" or "video" or "audio" or "animation" && (!asked.IsStrict || mediaType?.Equals("application/pdf", StringComparison.OrdinalIgnoreCase) is true);
    }

    private static List<string>? Files(string stored)
    {
        if (Json(stored) is not { ValueKind: JsonValueKind.Array } all) return null;
        var files = all.EnumerateArray().Select(file => file.ValueKind is JsonValueKind.Object && Word(file, "kind") is not null ? Word(file, "file") : null).ToList();
        return files.Contains(null) ? null : [.. files.OfType<string>()];
    }

    private static bool IsOwn(JsonElement contact) => contact.TryGetProperty("isOwn", out var own) && own.ValueKind is JsonValueKind.True;

    private static string? Word(JsonElement from, string name) =>
        from.TryGetProperty(name, out var word) && word.ValueKind is JsonValueKind.String && word.GetString() is { Length: > 0 } text ? text : null;

    private static JsonElement? Json(string stored)
    {
        try
        {
            return JsonElement.Parse(stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Place(Asked asked, decimal north, decimal east) =>
        north is < -90 or > 90 || east is < -180 or > 180 || (asked.IsStrict && north < 0) ? null : string.Create(CultureInfo.InvariantCulture, $"{north:0.######}, {east:0.######}");

    private static decimal Degrees(Group written) => decimal.Parse(written.ValueSpan, CultureInfo.InvariantCulture);

    private static decimal? Number(string text) => Decimal().IsMatch(text) ? decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^[+-]?[0-9]{1,9}([.,][0-9]{1,6})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(?<north>-?[0-9]{1,9}(\.[0-9]{1,6})?), ?(?<east>-?[0-9]{1,9}(\.[0-9]{1,6})?)\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Point();
}
