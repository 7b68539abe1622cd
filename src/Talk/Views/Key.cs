namespace Lavka.Talk;

/// <summary>A button as a messenger gets it: a label and either data that comes back (1 to 64 bytes) or an address to open.</summary>
public sealed record Key(string Label, string? Data, string? Url);
