namespace Lavka.Commerce;

/// <summary>What is needed to ask a provider about a payment; <paramref name="Poll"/> counts the polls of one payment from 1.</summary>
public sealed record CheckArgs(string Shop, string Provider, string Payment, string TrackId, CheckCause Cause, int Poll);
