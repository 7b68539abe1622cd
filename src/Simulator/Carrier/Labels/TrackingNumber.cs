using System.Globalization;

namespace Lavka.Simulator.Carrier.Labels;

/// <summary>
/// Tracking numbers that pass the carriers' own check digits: 22 digits for USPS, 1Z and 16 for UPS, 12 digits for FedEx,
/// an international postal number for anyone else. One serial number gives one tracking number.
/// </summary>
public static class TrackingNumber
{
    public static string Of(string carrierCode, long serial) => carrierCode switch
    {
        "stamps_com" => WithModulo10(FormattableString.Invariant($"9400111899{serial % 100_000_000_000:D11}")),
        "ups" => Ups(serial),
        "fedex_walleted" => WithModulo11(FormattableString.Invariant($"{serial % 100_000_000_000:D11}")),
        _ => Postal(serial),
    };

    private static string WithModulo10(string digits)
    {
        var sum = digits.Reverse().Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 3 : 1)).Sum();
        return digits + ((10 - sum % 10) % 10).ToString(CultureInfo.InvariantCulture);
    }

    private static string WithModulo11(string digits)
    {
        int[] weights = [1, 3, 7];
        var sum = digits.Reverse().Select((digit, index) => (digit - '0') * weights[index % 3]).Sum();
        return digits + (sum % 11 % 10).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Letters count as (code - 63) mod 10; even places count twice.</summary>
    private static string Ups(long serial)
    {
        var body = FormattableString.Invariant($"51M00003{serial % 10_000_000:D7}");
        var sum = body.Select((sign, index) => (char.IsDigit(sign) ? sign - '0' : (sign - 63) % 10) * (index % 2 == 0 ? 1 : 2)).Sum();
        return FormattableString.Invariant($"1Z{body}{(10 - sum % 10) % 10}");
    }

    private static string Postal(long serial)
    {
        int[] weights = [8, 6, 4, 2, 3, 5, 9, 7];
        var digits = FormattableString.Invariant($"{serial % 100_000_000:D8}");
        var check = 11 - digits.Select((digit, index) => (digit - '0') * weights[index]).Sum() % 11;
        return FormattableString.Invariant($"LZ{digits}{check switch { 10 => 0, 11 => 5, _ => check }}US");
    }
}
