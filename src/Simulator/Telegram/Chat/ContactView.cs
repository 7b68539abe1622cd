namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A shared contact.</summary>
public sealed record ContactView(string PhoneNumber, string FirstName, string? LastName);
