namespace Lavka.Durable;

/// <summary>
/// A row whose turn it is. <paramref name="Target"/> is the messenger's id of the message to change, null for a new one;
/// <paramref name="Attempt"/> counts from 1; <paramref name="AddedAt"/> is the time of the turn that said it.
/// </summary>
public sealed record OutboxEntry(OutboxRow Row, string? Target, int Attempt, DateTimeOffset AddedAt)
{
    /// <summary>The calls of which nobody knows whether they arrived.</summary>
    public int Doubts { get; init; }

    /// <summary>Nothing waited behind it when it was looked at.</summary>
    public bool IsLast { get; init; }

    /// <summary>Somebody waits for it, or for what stands behind it in its chat.</summary>
    public bool IsRushed { get; init; }

    /// <summary>Nobody waits for it, nor for anything behind it.</summary>
    public bool IsBulk => Row.Urgency is Urgency.Bulk && !IsRushed;
}
