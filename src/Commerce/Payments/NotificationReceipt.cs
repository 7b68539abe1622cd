namespace Lavka.Commerce;

/// <summary>
/// What a provider is to be told about its notification. A store that cannot take it is an exception instead (<see cref="Durable.StoreFault"/>):
/// the host answers 503.
/// </summary>
public enum NotificationReceipt
{
    /// <summary>
    /// It is kept, now or by an earlier delivery. The host answers 200, for OxaPay with the body <c>ok</c> and nothing else (spec D09).
    /// </summary>
    Accepted,

    /// <summary>Its signature is missing or wrong: nothing was kept. The host answers 401.</summary>
    Forged,

    /// <summary>There is no such shop, or it has no such provider. The host answers 404.</summary>
    NoSuchProvider,
}
