namespace Lavka.Commerce;

/// <summary>An invariant of reference/platform.md 4.2 that does not hold, such as "L3", and where.</summary>
public sealed record LedgerViolation(string Invariant, string What);
