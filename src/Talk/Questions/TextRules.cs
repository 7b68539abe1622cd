namespace Lavka.Talk;

/// <summary>Rules and options for questions answered by text.</summary>
public static class TextRules
{
    /// <summary>Counts what a person sees as characters (text elements), so an emoji is one.</summary>
    public static Ask<string> Length(this Ask<string> ask, int least, int most, Text? why = null) =>
        Bounded(ask).Check(value => Elements(value) >= least && Elements(value) <= most, why ?? DialogTexts.WrongLength.With("least", least).With("most", most));

    public static Ask<string> Matches(this Ask<string> ask, System.Text.RegularExpressions.Regex pattern, Text why) => ask.Check(pattern.IsMatch, why);

    /// <summary>The question may be skipped by the button <paramref name="skip"/>; the answer is null then and is shown as <paramref name="skipped"/>.</summary>
    public static Ask<T?> Optional<T>(this Ask<T> ask, Text? skip = null, Text? skipped = null) where T : class
    {
        (ask.Question.Skip, ask.Question.Skipped) = (skip ?? DialogTexts.Skip, skipped ?? DialogTexts.Nothing);
        return ask.As(stored => stored is null ? null : ask.ValueOf(stored), value => value is null ? null : ask.StoredOf(value));
    }

    private static Ask<string> Bounded(Ask<string> ask)
    {
        ask.Question.IsBounded = true;
        return ask;
    }

    private static int Elements(string value) => new System.Globalization.StringInfo(value).LengthInTextElements;
}
