namespace Lavka.Pure.Talk.Samples;

public sealed record Party(string Name, string Street, string? Flat, string City, string State, string Zip, string? Phone);
