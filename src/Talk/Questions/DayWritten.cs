namespace Lavka.Talk;

/// <summary>A day as somebody wrote it, with or without its year.</summary>
internal sealed record DayWritten(int Day, int Month, int? Year)
{
    private const int LeapYear = 2024;

    public bool IsOnCalendar => Month is >= 1 and <= 12 && Day >= 1 && Year is null or >= 1 and <= 9999 && Day <= DateTime.DaysInMonth(Year ?? LeapYear, Month);

    /// <summary>The first such day from <paramref name="from"/> to <paramref name="to"/>; null when there is none.</summary>
    public DateOnly? In(DateOnly from, DateOnly to)
    {
        for (var year = Year ?? from.Year; year <= (Year ?? to.Year); year++)
            if (Day <= DateTime.DaysInMonth(year, Month) && new DateOnly(year, Month, Day) is var day && day >= from && day <= to) return day;
        return null;
    }
}
