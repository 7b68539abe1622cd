namespace Lavka.Talk;

/// <summary>Rules and options for questions answered by a number or a choice.</summary>
public static class ValueRules
{
    public static Ask<decimal> Range(this Ask<decimal> ask, decimal least, decimal most, Text? why = null) =>
        ask.Check(value => value >= least && value <= most, why ?? DialogTexts.WrongRange.With("least", least).With("most", most));

    /// <summary>The question may be skipped; the answer is null then.</summary>
    public static Ask<T?> Optional<T>(this Ask<T> ask, Text? skip = null) where T : struct
    {
        ask.Question.Skip = skip ?? DialogTexts.Skip;
        return ask.As(stored => stored is null ? (T?)null : ask.ValueOf(stored));
    }
}
