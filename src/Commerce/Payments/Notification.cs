namespace Lavka.Commerce;

/// <summary>What a provider's notification turned out to be.</summary>
public abstract record Notification
{
    private Notification()
    {
    }

    /// <summary>It is the provider's. <paramref name="EventKey"/> is the same for every delivery of the same event.</summary>
    public sealed record Verified(string EventKey, Observation Observation) : Notification;

    /// <summary>It is the provider's and says nothing that we can use.</summary>
    public sealed record Unreadable(string EventKey, string Why) : Notification;

    /// <summary>Anybody may have written it.</summary>
    public sealed record Forged(string Why) : Notification;
}
