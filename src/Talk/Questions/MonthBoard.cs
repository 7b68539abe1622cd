using System.Globalization;

namespace Lavka.Talk;

/// <summary>
/// A month as a grid: Monday first, a button a day. A free day is its number, a taken one ✖, a chosen one ✅; what cannot be chosen is a dot, and pressing it says why.
/// The draft begins with the month that is shown ("2026-12/"), what follows is the kind's own.
/// </summary>
internal abstract class MonthBoard(DateOnly from, DateOnly to, IEnumerable<DateOnly> taken) : Board
{
    private const string Nothing = "-";
    private const int MonthLength = 7;

    private static readonly Text Dot = new(ru: "·", en: "·");
    private static readonly Text Cross = new(ru: "✖", en: "✖");
    private static readonly Text Tick = new(ru: "✅", en: "✅");
    private static readonly Text Earlier = new(ru: "◀️", en: "◀️");
    private static readonly Text Later = new(ru: "▶️", en: "▶️");

    private readonly HashSet<DateOnly> _taken = [.. taken];

    /// <summary>What a day is to the person who looks at the grid.</summary>
    protected enum Standing
    {
        Free,
        Taken,
        Outside,
        Chosen,
    }

    protected DateOnly From => from;

    protected DateOnly To => to;

    /// <summary>The first day that can be pressed; null when there is none.</summary>
    public abstract DateOnly? FirstFree { get; }

    protected abstract Standing StandingOf(DateOnly day, string? draft);

    /// <summary>A day was pressed or written.</summary>
    protected abstract Reading Choose(DateOnly day, string? draft);

    protected bool IsTaken(DateOnly day) => _taken.Contains(day);

    public override Text? Told(string? draft) => FirstFree is null ? QuestionTexts.NoDayFree : null;

    public override IReadOnlyList<IReadOnlyList<Cell>> Rows(string? draft)
    {
        if (FirstFree is null) return [];
        var month = MonthOf(draft);
        List<IReadOnlyList<Cell>> rows =
        [
            [month > First(from) ? Turning(Earlier, month.AddMonths(-1)) : Still(Dot), Still(DateWords.Month(month)), month < First(to) ? Turning(Later, month.AddMonths(1)) : Still(Dot)],
            [.. DateWords.Weekdays.Select(Still)],
        ];
        var before = ((int)month.DayOfWeek + 6) % 7;
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        for (var at = -before; at < length; at += 7)
            rows.Add([.. Enumerable.Range(at, 7).Select(day => day < 0 || day >= length ? Still(Dot) : DayCell(month.AddDays(day), draft))]);
        return rows;
    }

    public override Reading? Pick(string option, string? draft)
    {
        if (FirstFree is null) return null;
        if (option == Nothing) return new Reading.Refuses(QuestionTexts.PressDay);
        if (option.Length == MonthLength && Date(option + "-01") is { } month)
            return month >= First(from) && month <= First(to) ? new Reading.Drafts(Drafted(month, RestOf(draft))) : null;
        if (Date(option) is not { } day) return null;
        return Choose(day, draft) is Reading.Wrong wrong ? new Reading.Refuses(wrong.Why) : Choose(day, draft);
    }

    public override Reading Parse(string typed, string? draft) => DateWords.Read(typed) is not { } written
        ? new Reading.Wrong(Ask)
        : written.In(from, to) is { } day ? Choose(day, draft) : new Reading.Wrong(Range);

    /// <summary>How a day can be written, with one that is free.</summary>
    public virtual Text Ask => FirstFree is { } free ? QuestionTexts.ChooseDay.With("sample", Dotted(free)) : QuestionTexts.NoDayFree;

    /// <summary>Whether a legend for taken days is worth its line.</summary>
    public Text? Legend => _taken.Any(day => day >= from && day <= to) ? QuestionTexts.Taken : null;

    protected Text Range => QuestionTexts.DayRange.With("from", DateWords.Day(from)).With("to", DateWords.Day(to));

    protected static string Drafted(DateOnly month, string rest) => string.Create(CultureInfo.InvariantCulture, $"{month:yyyy-MM}/{rest}");

    protected static string RestOf(string? draft) => draft is { Length: > MonthLength } ? draft[(MonthLength + 1)..] : "";

    protected static DateOnly? Date(string iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    protected static string Dotted(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private DateOnly MonthOf(string? draft)
    {
        var month = draft is { Length: >= MonthLength } && Date(draft[..MonthLength] + "-01") is { } shown ? shown : First(FirstFree ?? from);
        return month < First(from) ? First(from) : month > First(to) ? First(to) : month;
    }

    private Cell DayCell(DateOnly day, string? draft) => StandingOf(day, draft) switch
    {
        Standing.Free => new Cell(Text.Literal(day.Day.ToString(CultureInfo.InvariantCulture)), Iso(day)),
        Standing.Chosen => new Cell(Tick, Iso(day)),
        Standing.Taken => new Cell(Cross, Iso(day)),
        _ => new Cell(Dot, Iso(day)),
    };

    private static Cell Still(Text label) => new(label, Nothing);

    private static Cell Turning(Text label, DateOnly month) => new(label, month.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
