namespace Lavka.Durable;

/// <summary>How long rows are kept that are no longer needed to go on.</summary>
public sealed record Retention
{
    /// <summary>Sent and dropped rows of the outbox: so long a message can be changed by what said it.</summary>
    public TimeSpan Outbox { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Finished and buried jobs: so long their keys are refused. Bans that are over, too.</summary>
    public TimeSpan Jobs { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Who called a door that is limited: longer than any window.</summary>
    public TimeSpan Calls { get; init; } = TimeSpan.FromDays(1);

    public TimeSpan DeadLetters { get; init; } = TimeSpan.FromDays(180);
}
