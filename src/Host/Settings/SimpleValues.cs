using System.Globalization;

namespace Lavka.Host;

/// <summary>Reads the simple values of a section. What is not written is as usual; so is what is wrong, and then there is a fault.</summary>
/// <param name="section">Where they stand.</param>
/// <param name="fault">Hears the key, as it is in the section, and the cure.</param>
internal sealed class SimpleValues(IConfiguration section, Action<string, string> fault)
{
    public bool Flag(string key, bool usual)
    {
        if (section[key] is not { Length: > 0 } written) return usual;
        if (bool.TryParse(written, out var flag)) return flag;
        fault(key, "must be true or false");
        return usual;
    }

    /// <summary>From 1 to <paramref name="most"/>; <paramref name="what"/> is what they are, in the plural.</summary>
    public int Number(string key, int usual, int most, string what)
    {
        if (section[key] is not { Length: > 0 } written) return usual;
        if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        fault(key, string.Create(CultureInfo.InvariantCulture, $"must be a number of {what} from 1 to {most}"));
        return usual;
    }

    public TimeSpan Seconds(string key, TimeSpan usual, int most) => TimeSpan.FromSeconds(Number(key, (int)usual.TotalSeconds, most, "seconds"));
}
