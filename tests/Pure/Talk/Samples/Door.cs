namespace Lavka.Pure.Talk.Samples;

public sealed record Door(string Street, string? Flat);
