namespace Lavka.Talk;

/// <summary>
/// Two ends of a stay in the same grid: first the arrival, then the departure. A day is taken when its night is; one may leave on the day that another arrives.
/// The draft is the month that is shown and the arrival, once it is chosen.
/// </summary>
internal sealed class StayBoard(DateOnly from, DateOnly to, IEnumerable<DateOnly> taken, int least, int most) : MonthBoard(from, to, taken)
{
    private const string Anew = "0";

    public override DateOnly? FirstFree
    {
        get
        {
            for (var day = From; day < To; day = day.AddDays(1))
                if (CanArrive(day)) return day;
            return null;
        }
    }

    public override Text Ask => FirstFree is { } free
        ? QuestionTexts.ChooseDays.With("sample", Dotted(free) + " – " + Dotted(free.AddDays(least)))
        : QuestionTexts.NoDayFree;

    public static Stay? Read(string stored) =>
        stored.Split('/') is [var arrival, var departure] && Date(arrival) is { } first && Date(departure) is { } last && first < last ? new Stay(first, last) : null;

    public static string Write(Stay stay) => Iso(stay.Arrival) + "/" + Iso(stay.Departure);

    public static Text Tell(Stay stay) => QuestionTexts.StayOf.With("days", DateWords.Days(stay.Arrival, stay.Departure)).With("nights", DateWords.Nights(stay.Nights));

    /// <summary>What is wrong with a stay, also with one that was answered when its nights were still free.</summary>
    public Text? Fault(Stay stay) =>
        stay.Arrival < From || stay.Departure > To ? Range
        : stay.Nights <= 0 ? QuestionTexts.LeaveLater
        : stay.Nights < least || stay.Nights > most ? QuestionTexts.WrongNights.With("least", least).With("most", most)
        : FirstTaken(stay.Arrival) < stay.Departure ? IsTaken(stay.Arrival) ? QuestionTexts.DayTaken : QuestionTexts.NightsTaken
        : null;

    public override string? Begin(string stored) => Read(stored) is { } stay ? Drafted(stay.Arrival, "") : null;

    public override Text? Told(string? draft) =>
        base.Told(draft) ?? (ArrivalIn(draft) is { } arrival ? QuestionTexts.ArrivalIs.With("day", DateWords.Day(arrival)) : QuestionTexts.ArrivalFirst);

    public override IReadOnlyList<IReadOnlyList<Cell>> Rows(string? draft) =>
        ArrivalIn(draft) is null ? base.Rows(draft) : [.. base.Rows(draft), [new Cell(QuestionTexts.OtherArrival, Anew)]];

    public override Reading? Pick(string option, string? draft) => (option, ArrivalIn(draft)) switch
    {
        (Anew, null) => null,
        (Anew, { } arrival) => new Reading.Drafts(Drafted(arrival, "")),
        _ => base.Pick(option, draft),
    };

    public override Reading Parse(string typed, string? draft)
    {
        if (DateWords.ReadBoth(typed) is not { } both) return ArrivalIn(draft) is { } chosen && DateWords.Read(typed) is { } one ? Leave(chosen, one) : base.Parse(typed, draft);
        if (both.From.In(From, To) is not { } arrival || both.To.In(arrival.AddDays(1), To) is not { } departure) return new Reading.Wrong(Range);
        return Whole(new Stay(arrival, departure));
    }

    protected override Standing StandingOf(DateOnly day, string? draft) => ArrivalIn(draft) switch
    {
        null => day < From || day >= To ? Standing.Outside : CanArrive(day) ? Standing.Free : Standing.Taken,
        { } arrival when day == arrival => Standing.Chosen,
        { } arrival when day < arrival || day > To => Standing.Outside,
        { } arrival => Fault(new Stay(arrival, day)) is null ? Standing.Free : FirstTaken(arrival) < day ? Standing.Taken : Standing.Outside,
    };

    protected override Reading Choose(DateOnly day, string? draft)
    {
        if (ArrivalIn(draft) is { } arrival) return day == arrival ? new Reading.Drafts(Drafted(arrival, "")) : Whole(new Stay(arrival, day));
        if (CanArrive(day)) return new Reading.Drafts(Drafted(FirstDeparture(day), Iso(day)));
        return new Reading.Wrong(day < From || day >= To ? QuestionTexts.DayOutside : IsTaken(day) ? QuestionTexts.DayTaken : QuestionTexts.NightsTaken);
    }

    private Reading Leave(DateOnly arrival, DayWritten written) =>
        written.In(arrival.AddDays(1), To) is { } departure ? Whole(new Stay(arrival, departure)) : new Reading.Wrong(written.In(From, To) is null ? Range : QuestionTexts.LeaveLater);

    private Reading Whole(Stay stay) => Fault(stay) is { } why ? new Reading.Wrong(why) : new Reading.Fits(Write(stay));

    /// <summary>An arrival that is chosen but cannot be any more counts as not chosen.</summary>
    private DateOnly? ArrivalIn(string? draft) => Date(RestOf(draft)) is { } arrival && CanArrive(arrival) ? arrival : null;

    private bool CanArrive(DateOnly day) => day >= From && FirstDeparture(day) is var departure && departure <= To && !(FirstTaken(day) < departure);

    private DateOnly FirstDeparture(DateOnly arrival) => arrival.AddDays(least);

    /// <summary>The first night from then on that somebody else has; null when all are free that a stay could reach.</summary>
    private DateOnly? FirstTaken(DateOnly arrival)
    {
        for (var night = arrival; night < To && night.DayNumber - arrival.DayNumber < most; night = night.AddDays(1))
            if (IsTaken(night)) return night;
        return null;
    }
}
