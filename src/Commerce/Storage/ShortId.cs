using System.Security.Cryptography;

namespace Lavka.Commerce;

/// <summary>
/// Ids of ten characters from Crockford's 32 (no i, l, o, u), lower case: 50 random bits, made before the row is inserted (spec F01),
/// short enough for a button's route and for 50 characters at a payment provider (spec D04), and not to be guessed.
/// </summary>
internal static class ShortId
{
    public const int Length = 10;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static bool IsOne(string text) => text.Length == Length && text.All(Alphabet.Contains);
}
