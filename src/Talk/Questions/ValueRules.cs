namespace Lavka.Talk;

/// <summary>Rules and options for questions answered by a number or a choice.</summary>
public static class ValueRules
{
    public static Ask<decimal> Range(this Ask<decimal> ask, decimal least, decimal most, Text? why = null) =>
        ask.Check(value => value >= least && value <= most, why ?? DialogTexts.WrongRange.With("least", least).With("most", most));

    /// <summary>The question may be skipped by the button <paramref name="skip"/>; the answer is null then and is shown as <paramref name="skipped"/>.</summary>
    public static Ask<T?> Optional<T>(this Ask<T> ask, Text? skip = null, Text? skipped = null) where T : struct
    {
        (ask.Question.Skip, ask.Question.Skipped) = (skip ?? DialogTexts.Skip, skipped ?? DialogTexts.Nothing);
        return ask.As(stored => stored is null ? (T?)null : ask.ValueOf(stored), value => value is { } given ? ask.StoredOf(given) : null);
    }
}
