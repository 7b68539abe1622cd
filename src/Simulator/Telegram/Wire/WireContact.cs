namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A shared contact, as the Bot API writes it.</summary>
public sealed record WireContact(string PhoneNumber, string FirstName, string? LastName, long? UserId);
