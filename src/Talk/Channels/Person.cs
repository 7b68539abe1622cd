namespace Lavka.Talk;

/// <summary>Who is on the other side, as the messenger tells it. Names are what people chose to call themselves: never trusted, always escaped.</summary>
public sealed record Person(string Id, string Name, string? Username = null, string? LanguageCode = null);
