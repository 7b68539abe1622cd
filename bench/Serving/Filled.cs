namespace Lavka.Bench.Serving;

/// <summary>The answers of the form.</summary>
internal sealed record Filled(string First, string Last, string City, string Confirmed);
