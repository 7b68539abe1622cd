namespace Lavka.Simulator.Telegram.State;

/// <summary>Somebody with a Telegram account; the number is also the number of his private chat with any bot.</summary>
public sealed record Person(long Id, string FirstName, string? LastName, string? Username, string LanguageCode, string Color);
