using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>
/// What a shop writes to do work outside: the same job with its arguments and its result. Arguments are kept as source-generated JSON.
/// </summary>
public abstract class Job<TArgs, TResult> : Job
{
    public abstract JsonTypeInfo<TArgs> Args { get; }

    /// <summary>
    /// The work itself, outside any transaction. It may be repeated: <paramref name="key"/> is the same each time and is the idempotency key for
    /// the other side.
    /// </summary>
    public abstract Task<TResult> Run(TArgs args, string key, CancellationToken ct);

    /// <summary>What follows from the result, inside a turn of the customer's chat; the views are sent to him.</summary>
    public abstract Task<IReadOnlyList<View>> Settle(Desk desk, TArgs args, TResult result, CancellationToken ct);

    /// <summary>What follows when the work could not be done at all, in place of <see cref="Settle"/>.</summary>
    public virtual Task<IReadOnlyList<View>> GiveUp(Desk desk, TArgs args, CancellationToken ct) => Task.FromResult<IReadOnlyList<View>>([]);

    /// <summary>One piece of this work, to be queued. Nothing is queued twice under one key.</summary>
    public QueuedJob With(TArgs args, string key, DateTimeOffset? due = null) => QueuedJob.Of(Name, key, args, Args, due);

    public sealed override async Task<Settlement> Attempt(string args, string key, CancellationToken ct)
    {
        var read = Read(args);
        var result = await Run(read, key, ct);
        return (desk, stop) => Settle(desk, read, result, stop);
    }

    public sealed override Settlement Abandon(string args) => (desk, ct) => GiveUp(desk, Read(args), ct);

    private TArgs Read(string args) => JsonSerializer.Deserialize(args, Args) ?? throw new InvalidOperationException($"The job {Name} has no arguments.");
}
