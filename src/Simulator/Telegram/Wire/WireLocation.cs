namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A shared place in degrees, as the Bot API writes it.</summary>
public sealed record WireLocation(double Latitude, double Longitude);
