namespace Lavka.Commerce;

/// <summary>
/// What a provider says about one invoice. <paramref name="Value"/> is the worth of the confirmed money in the invoice's currency,
/// null when the provider does not tell; <paramref name="TrackId"/> is the provider's own id, kept as text with its leading zeros (spec D12).
/// </summary>
public sealed record Observation(string TrackId, ProviderStatus Status, Money? Value);
