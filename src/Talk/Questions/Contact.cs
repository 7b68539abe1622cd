using System.Text.Json;

namespace Lavka.Talk;

/// <summary>A telephone number that a person handed over or wrote.</summary>
/// <param name="Phone">Digits, 7 to 15, with a + in front where it was given in the international form (from a messenger always).</param>
/// <param name="Name">Whose it is, as the messenger tells it: never trusted. Null when the number was written.</param>
/// <param name="IsOwn">The messenger vouches that the number is the sender's own.</param>
public sealed record Contact(string Phone, string? Name = null, bool IsOwn = false)
{
    private const int Fewest = 7;
    private const int Most = 15;
    private const int LongestName = 100;

    /// <summary>What was written, with the signs that people put between digits; null when it is no number.</summary>
    internal static Contact? Written(string typed)
    {
        if (typed.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '\u00A0' or '(' or ')' or '-' or '.' or '‑' or '–'))) return null;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        var plus = typed.LastIndexOf('+');
        if (plus > 0 || digits.Length is < Fewest or > Most) return null;
        return plus == 0 ? new Contact("+" + digits) : digits.StartsWith("00", StringComparison.Ordinal) ? Written("+" + digits[2..]) : new Contact(digits);
    }

    internal static Contact? Of(Input.Contact handed) => Written(handed.Phone.Trim().TrimStart('+')) is { } number
        ? new Contact("+" + number.Phone.TrimStart('+'), Spelling.IsVisible(handed.Name) ? Spelling.Cut(Spelling.WellFormed(handed.Name), LongestName) : null, handed.IsOwn)
        : null;

    internal string Stored => JsonSerializer.Serialize(this, AnswerJson.Default.Contact);

    internal static Contact? Read(string stored)
    {
        try
        {
            return JsonSerializer.Deserialize(stored, AnswerJson.Default.Contact) is { Phone.Length: > 0 } contact ? contact : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
