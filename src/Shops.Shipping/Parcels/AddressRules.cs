using System.Text.RegularExpressions;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The rules of spec 2.3, column "intended", with decision 2: each says what is wrong in the customer's words, or null.</summary>
public static partial class AddressRules
{
    public static Text? Name(string name) => Cyrillic(name)
        ?? Length(name, 2, 50)
        ?? Strange(name, static c => char.IsAsciiLetter(c) || c is ' ' or '.' or '-' or '\'', RuleTexts.NameCharacters);

    public static Text? Street(string street) => Cyrillic(street) ?? Length(street, 3, 100) ?? Strange(street, IsStreetCharacter, RuleTexts.StreetCharacters);

    public static Text? Street2(string street) => Cyrillic(street) ?? Length(street, 1, 100) ?? Strange(street, IsStreetCharacter, RuleTexts.StreetCharacters);

    public static Text? City(string city) => Cyrillic(city)
        ?? Length(city, 2, 50)
        ?? Strange(city, static c => char.IsAsciiLetter(c) || c is ' ' or '-' or '\'' or '.', RuleTexts.CityCharacters);

    public static Text? State(string state) => States.Has(state) ? null : RuleTexts.State;

    public static Text? Zip(string zip) => ZipCode().IsMatch(zip) ? null : RuleTexts.Zip;

    public static Text? Phone(string phone) => NormalPhone().IsMatch(phone) ? null : RuleTexts.Phone;

    /// <summary>+1 and ten digits, from ten digits or eleven beginning with 1, however they are grouped; anything else is left for the rule to refuse.</summary>
    public static string TidyPhone(string typed)
    {
        if (typed is not [>= '0' and <= '9' or '+' or '(', ..] || !typed[1..].All(static c => char.IsAsciiDigit(c) || c is ' ' or '-' or '(' or ')' or '.')) return typed;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return digits.Length == 10 ? "+1" + digits : digits is ['1', ..] && digits.Length == 11 ? "+" + digits : typed;
    }

    private static Text? Cyrillic(string value) => value.Any(static c => c is >= '\u0400' and <= '\u04FF') ? RuleTexts.Latin : null;

    private static Text? Length(string value, int least, int most) =>
        value.Length < least ? RuleTexts.TooShort.With("least", least) : value.Length > most ? RuleTexts.TooLong.With("most", most) : null;

    private static Text? Strange(string value, Func<char, bool> allowed, Text why)
    {
        if (value.All(c => char.IsAscii(c) && allowed(c))) return null;
        var strange = string.Join(' ', value.EnumerateRunes().Where(rune => !rune.IsAscii || !allowed((char)rune.Value)).Distinct().Take(5));
        return why.With("strange", strange);
    }

    private static bool IsStreetCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or ',' or '-' or '#' or '&' or '/' or '\'';

    [GeneratedRegex(@"^[0-9]{5}(?:-[0-9]{4})?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ZipCode();

    [GeneratedRegex(@"^\+1[0-9]{10}\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NormalPhone();
}
