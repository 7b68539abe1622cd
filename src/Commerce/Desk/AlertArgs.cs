namespace Lavka.Commerce;

/// <summary>What needs a person, in both languages; the owner reads his own.</summary>
public sealed record AlertArgs(string Ru, string En);
