namespace Lavka.Talk;

/// <summary>A point on the earth in degrees: north and east are positive, six digits after the point (a tenth of a metre).</summary>
public sealed record Place(decimal Latitude, decimal Longitude)
{
    private const int Digits = 6;

    /// <summary>"43.2389, 76.8897", also with a blank, or with a semicolon where the numbers have commas. Null for what is no point of the earth.</summary>
    internal static Place? Read(string written)
    {
        var parts = written.Split([';', ' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [_]) parts = written.Split(',');
        return parts is [var north, var east] && Degrees(north.TrimEnd(',')) is { } latitude && Degrees(east) is { } longitude ? Of(latitude, longitude) : null;
    }

    /// <summary>Maps give more digits than anybody can walk to.</summary>
    private static decimal? Degrees(string written)
    {
        var point = written.IndexOfAny(['.', ',']);
        return point < 0 || written.Length <= point + Digits + 1 || written.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') >= 0
            ? Numbers.Read(written.Trim())
            : Numbers.Read(written[..(point + Digits + 1)].Trim());
    }

    internal static Place? Of(decimal latitude, decimal longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 ? new Place(Math.Round(latitude, 6), Math.Round(longitude, 6)) : null;

    internal string Stored => $"{Numbers.Write(Latitude)}, {Numbers.Write(Longitude)}";
}
