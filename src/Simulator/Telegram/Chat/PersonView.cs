namespace Lavka.Simulator.Telegram.Chat;

/// <summary>Somebody the web chat can play; the colour is CSS.</summary>
public sealed record PersonView(long Id, string FirstName, string? LastName, string? Username, string LanguageCode, string Color);
