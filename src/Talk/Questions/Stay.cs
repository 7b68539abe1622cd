namespace Lavka.Talk;

/// <summary>From a day of arrival to a day of departure; the night before the departure is the last one.</summary>
public sealed record Stay(DateOnly Arrival, DateOnly Departure)
{
    public int Nights => Departure.DayNumber - Arrival.DayNumber;
}
