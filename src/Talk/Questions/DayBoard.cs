namespace Lavka.Talk;

/// <summary>One day of a month. The draft is the month that is shown, and the earlier answer, which keeps its tick while the person turns the pages.</summary>
internal sealed class DayBoard(DateOnly from, DateOnly to, IEnumerable<DateOnly> taken) : MonthBoard(from, to, taken)
{
    public override DateOnly? FirstFree
    {
        get
        {
            for (var day = From; day <= To; day = day.AddDays(1))
                if (!IsTaken(day)) return day;
            return null;
        }
    }

    public static DateOnly? Read(string stored) => Date(stored);

    public static string Write(DateOnly day) => Iso(day);

    /// <summary>What is wrong with a day, also with one that was answered when it was still free.</summary>
    public Text? Fault(DateOnly day) => day < From || day > To ? Range : IsTaken(day) ? QuestionTexts.DayTaken : null;

    public override string? Begin(string stored) => Date(stored) is { } day ? Drafted(day, stored) : null;

    protected override Standing StandingOf(DateOnly day, string? draft) =>
        day < From || day > To ? Standing.Outside
        : IsTaken(day) ? Standing.Taken
        : Date(RestOf(draft)) == day ? Standing.Chosen
        : Standing.Free;

    protected override Reading Choose(DateOnly day, string? draft) =>
        Fault(day) is not { } why ? new Reading.Fits(Iso(day)) : new Reading.Wrong(day < From || day > To ? QuestionTexts.DayOutside : why);
}
