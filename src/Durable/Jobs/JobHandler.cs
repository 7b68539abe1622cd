namespace Lavka.Durable;

/// <summary>
/// Does one attempt of a job: first the work outside, with the job's key as the idempotency key, then one transaction that holds
/// the result and <see cref="Jobs.Finish"/>.
/// It may run more than once for one job. An exception, or a return without finishing, is a failed attempt.
/// </summary>
public delegate Task JobHandler(ClaimedJob job, CancellationToken ct);
