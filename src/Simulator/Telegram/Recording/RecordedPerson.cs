namespace Lavka.Simulator.Telegram.Recording;

/// <summary>Whose chat was recorded, as far as a bot learns it.</summary>
public sealed record RecordedPerson(string Language, string Name);
