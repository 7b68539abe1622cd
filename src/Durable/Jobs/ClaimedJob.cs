namespace Lavka.Durable;

/// <summary>
/// A job that was taken for one attempt, the first being 1. The attempt is also the claim: when the lease runs out and another takes the job, this
/// one is no longer ours.
/// </summary>
public sealed record ClaimedJob(long Id, string Kind, string Key, string Body, ChatKey? Chat, int Attempt);
