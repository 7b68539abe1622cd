namespace Lavka.Talk;

/// <summary>Compares what a person wrote with the label of a button: letters and digits only, in any language and case.</summary>
internal static class Spelling
{
    public static bool Same(string typed, Text label) => Letters(typed) is { Length: > 0 } said && Enum.GetValues<Language>().Any(language => said == Letters(label.Plain(language)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
