using System.Globalization;

namespace Lavka.Talk;

/// <summary>How people write numbers: an optional sign, up to nine digits, a comma or a point, up to six digits. Nothing else is a number.</summary>
internal static class Numbers
{
    public static decimal? Read(string typed)
    {
        var digits = typed.Replace(',', '.');
        var unsigned = digits.TrimStart('+', '-');
        if (digits.Length - unsigned.Length > 1 || unsigned.Split('.') is not ([{ Length: > 0 and <= 9 }] or [{ Length: > 0 and <= 9 }, { Length: > 0 and <= 6 }])) return null;
        return unsigned.All(c => c is '.' || char.IsAsciiDigit(c)) ? decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    public static string Write(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
