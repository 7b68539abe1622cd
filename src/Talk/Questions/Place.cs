namespace Lavka.Talk;

/// <summary>A point on the earth in degrees: north and east are positive, six digits after the point (a tenth of a metre).</summary>
public sealed record Place(decimal Latitude, decimal Longitude)
{
    /// <summary>"43.2389, 76.8897", also with a blank, or with a semicolon where the numbers have commas. Null for what is no point of the earth.</summary>
    internal static Place? Read(string written)
    {
        var parts = written.Split([';', ' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [_]) parts = written.Split(',');
        return parts is [var north, var east] && Numbers.Read(north.TrimEnd(',')) is { } latitude && Numbers.Read(east) is { } longitude ? Of(latitude, longitude) : null;
    }

    internal static Place? Of(decimal latitude, decimal longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180 ? new Place(Math.Round(latitude, 6), Math.Round(longitude, 6)) : null;

    internal string Stored => $"{Numbers.Write(Latitude)}, {Numbers.Write(Longitude)}";
}
