namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A place in degrees.</summary>
public sealed record LocationView(double Latitude, double Longitude);
