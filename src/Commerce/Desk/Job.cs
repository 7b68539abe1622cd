namespace Lavka.Commerce;

/// <summary>
/// Work for the outside world as its runner sees it: attempted outside any transaction, at least once; what it brings back is settled exactly once,
/// inside a turn of the job's chat, in the transaction that finishes the job.
/// </summary>
public abstract class Job
{
    /// <summary>The kind under which its rows are stored, the same in every shop; never renamed.</summary>
    public abstract string Name { get; }

    /// <summary>It throws when it did not work this time and is then attempted again, later and with the same idempotency key.</summary>
    public abstract Task<Settlement> Attempt(string args, string key, CancellationToken ct);

    /// <summary>What is to be settled when the last attempt has failed too.</summary>
    public abstract Settlement Abandon(string args);
}
