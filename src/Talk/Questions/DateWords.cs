using System.Globalization;
using System.Text.RegularExpressions;

namespace Lavka.Talk;

/// <summary>How people write days, in both languages. The year may be left out: the range of the question says which is meant. No clock, no culture of the machine.</summary>
internal static partial class DateWords
{
    private const int Longest = 80;

    private static readonly string[] RuOf =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private static readonly string[] Ru =
        ["Январь", "Февраль", "Март", "Апрель", "Май", "Июнь", "Июль", "Август", "Сентябрь", "Октябрь", "Ноябрь", "Декабрь"];

    private static readonly string[] En =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static IReadOnlyList<Text> Weekdays { get; } =
        [new("Пн", "Mo"), new("Вт", "Tu"), new("Ср", "We"), new("Чт", "Th"), new("Пт", "Fr"), new("Сб", "Sa"), new("Вс", "Su")];

    public static Text Day(DateOnly day) => Text.Literals($"{day.Day} {RuOf[day.Month - 1]} {Year(day)}", $"{day.Day} {En[day.Month - 1]} {Year(day)}");

    public static Text Month(DateOnly day) => Text.Literals($"{Ru[day.Month - 1]} {Year(day)}", $"{En[day.Month - 1]} {Year(day)}");

    /// <summary>"24–27 December 2026": what both ends share is said once.</summary>
    public static Text Days(DateOnly from, DateOnly to) => (from.Year == to.Year, from.Month == to.Month) switch
    {
        (true, true) => Text.Joined("–", Text.Literal(Number(from.Day)), Day(to)),
        (true, _) => Text.Joined(" – ", Text.Literals($"{from.Day} {RuOf[from.Month - 1]}", $"{from.Day} {En[from.Month - 1]}"), Day(to)),
        _ => Text.Joined(" – ", Day(from), Day(to)),
    };

    public static Text Nights(int count) => Text.Literals(
        count + (count % 10, count % 100) switch { (1, not 11) => " ночь", (>= 2 and <= 4, not (>= 12 and <= 14)) => " ночи", _ => " ночей" },
        count + (count == 1 ? " night" : " nights"));

    /// <summary>24.12, 24.12.2026, 24.12.26, 2026-12-24, "24 декабря", "24 Dec 2026", "December 24". Null for anything else.</summary>
    public static DayWritten? Read(string typed)
    {
        if (typed.Length > Longest) return null;
        if (Iso().Match(typed) is { Success: true } iso) return Of(iso.Groups["d"], iso.Groups["m"].Value, iso.Groups["y"]);
        if (Dotted().Match(typed) is { Success: true } dotted) return Of(dotted.Groups["d"], dotted.Groups["m"].Value, dotted.Groups["y"]);
        return Named().Match(typed) is { Success: true } named && MonthNamed(named.Groups["name"].Value) is { } month
            ? Of(named.Groups["d"], Number(month), named.Groups["y"])
            : null;
    }

    /// <summary>Two days: "24.12 - 27.12", "с 24 по 27 декабря", "from 24 to 27 December". Where the first has no month it is that of the second.</summary>
    public static (DayWritten From, DayWritten To)? ReadBoth(string typed)
    {
        if (typed.Length > Longest) return null;
        var both = Between().Match(typed);
        if (!both.Success) both = Tight().Match(typed);
        if (!both.Success || Read(both.Groups["to"].Value) is not { } to) return null;
        var first = both.Groups["from"].Value;
        var from = Read(first) ?? (OnlyDay().IsMatch(first) ? to with { Day = int.Parse(first, CultureInfo.InvariantCulture) } : null);
        return from is null ? null : (from, to);
    }

    private static DayWritten? Of(Group day, string month, Group year)
    {
        var written = new DayWritten(
            int.Parse(day.ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(month, CultureInfo.InvariantCulture),
            year.Success ? int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) is < 100 and var shortYear ? 2000 + shortYear : int.Parse(year.ValueSpan, CultureInfo.InvariantCulture) : null);
        return written.IsOnCalendar ? written : null;
    }

    private static int? MonthNamed(string name) =>
        Starting(RuOf, name) ?? Starting(Ru, name) ?? Starting(En, name);

    /// <summary>Three letters are enough, and all of them have to be right.</summary>
    private static int? Starting(string[] months, string name) =>
        name.Length >= 3 && Array.FindIndex(months, month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + 1 : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})(\.(?<y>[0-9]{4}|[0-9]{2})?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^((?<d>[0-9]{1,2})(st|nd|rd|th|-?го)? (of )?(?<name>\p{L}+)|(?<name>\p{L}+) (?<d>[0-9]{1,2})(st|nd|rd|th)?)\.?(,? (?<y>[0-9]{4})( ?г(ода?)?\.?)?)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"^((с|from) )?(?<from>.+?)( ?[–—] ?| - | (по|to|till|until) )(?<to>.+)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<from>[0-9]{1,2}(\.[0-9]{1,2})?)-(?<to>[0-9]{1,2}[ .].+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tight();

    [GeneratedRegex(@"^[0-9]{1,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OnlyDay();
}
