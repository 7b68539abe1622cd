using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Lavka.Durable;

/// <summary>
/// Runs the jobs that are due, until it is stopped. No job is lost: one that fails, hangs or dies with its process runs again, and after the last attempt it is
/// given up aloud. It looks into the store when a commit brought jobs, when one falls due and when a place is free, and once a minute in case the clock was set.
/// </summary>
public sealed class Worker(Store store, IReadOnlyDictionary<string, JobHandler> handlers, WorkerOptions options, TimeProvider clock, ILogger<Worker> logger)
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RestAfterFault = TimeSpan.FromSeconds(1);

    private readonly Pulse _freed = new();
    private readonly ConcurrentDictionary<long, ClaimedJob> _running = [];

    /// <summary>
    /// Returns after <paramref name="stop"/>: nothing more is claimed, running jobs get <see cref="WorkerOptions.Grace"/>, the rest are cancelled
    /// and given back, so that they run at once after the next start. Run by one caller at a time.
    /// </summary>
    public async Task Run(CancellationToken stop)
    {
        using var abandon = new CancellationTokenSource();
        var attempts = new List<Task>();
        var (ownsLeases, knowsClaims) = (false, true);
        var setBack = new SetBack(clock);
        try
        {
            while (true)
            {
                var (news, freed) = (store.NewJobs.Next, _freed.Next);
                var rest = RestAfterFault;
                try
                {
                    // What a program that is gone left running need not wait for the end of its lease.
                    if (!ownsLeases) await store.Write(Jobs.ReleaseAbandoned, stop);
                    if (!knowsClaims) await store.Write((tx, ct) => Jobs.ReleaseUnknown(tx, _running.Keys.ToHashSet(), ct), stop);
                    ownsLeases = knowsClaims = true;
                    if (setBack.Happened()) await store.Write(Jobs.Hasten, stop);
                    setBack.Mended();
                    attempts.RemoveAll(attempt => attempt.IsCompletedSuccessfully);
                    rest = await StartDue(attempts, abandon.Token, stop);
                }
                catch (StoreFault fault)
                {
                    // It may have been the claim itself, and nobody knows whether that counts.
                    knowsClaims = false;
                    logger.LogError(fault, "Jobs wait for the store: {Reason}", fault.Message);
                }
                if (rest > TimeSpan.Zero) await Pulse.Wait(Task.WhenAny(news, freed), rest, clock, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            await Drain(attempts, abandon);
        }
    }

    /// <returns>How long there is nothing more to start.</returns>
    private async Task<TimeSpan> StartDue(List<Task> attempts, CancellationToken abandon, CancellationToken stop)
    {
        var free = options.Parallel - _running.Count;
        if (free <= 0) return LongestRest;
        var due = await store.Read(Jobs.NextDue, stop);
        if (due is null) return LongestRest;
        if (due - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero) return wait < LongestRest ? Whole(wait) : LongestRest;
        var jobs = await store.Write((tx, ct) => Jobs.Claim(tx, free, options.Lease, ct), stop);
        foreach (var job in jobs) _running[job.Id] = job;
        attempts.AddRange(jobs.Select(job => Follow(job, abandon)));
        return TimeSpan.Zero;
    }

    private async Task Drain(List<Task> attempts, CancellationTokenSource abandon)
    {
        var all = Task.WhenAll(attempts);
        await Pulse.Wait(all, options.Grace, clock, CancellationToken.None);
        await abandon.CancelAsync();
        await all;
    }

    private async Task Follow(ClaimedJob job, CancellationToken abandon)
    {
        try
        {
            await Attempt(job, abandon);
        }
        catch (StoreFault fault)
        {
            logger.LogError(fault, "{Kind} {Key}: how its attempt ended could not be written; it runs again when its lease is over", job.Kind, job.Key);
        }
        finally
        {
            // Unless the lease ran out and the same job was taken again.
            _running.TryRemove(KeyValuePair.Create(job.Id, job));
            _freed.Beat();
        }
    }

    private async Task Attempt(ClaimedJob job, CancellationToken abandon)
    {
        var failure = job.Attempt <= options.MaxAttempts
            ? await Try(ct => Handle(job, ct), abandon)
            : new InvalidOperationException("Its process died in the last attempt.");
        if (failure is not null && job.Attempt >= options.MaxAttempts && !abandon.IsCancellationRequested)
        {
            logger.LogError(failure, "{Kind} {Key} is given up after {Attempts} attempts", job.Kind, job.Key, options.MaxAttempts);
            var reason = failure.Message;
            failure = await Try(ct => GiveUp(job, reason, ct), abandon);
        }
        if (failure is null) return;
        var pause = abandon.IsCancellationRequested ? TimeSpan.Zero : failure is StoreFault ? RestAfterFault : WorkerOptions.PauseAfter(job.Attempt);
        logger.LogWarning(failure, "{Kind} {Key} failed in attempt {Attempt} and runs again in {Pause}", job.Kind, job.Key, job.Attempt, pause);
        await GiveBack(job, pause, failure.Message, abandon);
    }

    /// <summary>As soon as the store takes it: the end of the lease is far away.</summary>
    private async Task GiveBack(ClaimedJob job, TimeSpan pause, string why, CancellationToken abandon)
    {
        while (true)
        {
            try
            {
                await store.Write((tx, ct) => Jobs.Retry(tx, job, tx.Now + pause, why, ct), CancellationToken.None);
                return;
            }
            catch (StoreFault) when (!abandon.IsCancellationRequested)
            {
                await Task.WhenAny(Task.Delay(RestAfterFault, clock, abandon));
            }
        }
    }

    private async Task Handle(ClaimedJob job, CancellationToken ct)
    {
        if (!handlers.TryGetValue(job.Kind, out var handler)) throw new InvalidOperationException($"No handler is registered for jobs of the kind {job.Kind}.");
        await handler(job, ct);
        if (await store.Read((tx, stop) => Jobs.IsOurs(tx, job, stop), ct))
            throw new InvalidOperationException("The handler returned without finishing its job.");
    }

    private async Task GiveUp(ClaimedJob job, string error, CancellationToken ct)
    {
        if (options.OnGiveUp is { } tell) await tell(job, error, ct);
        await store.Write((tx, stop) => Jobs.Bury(tx, job, error, stop), ct);
    }

    /// <returns>
    /// Why it failed, null when it did not. Work that ignores its cancellation is left behind: its claim is fenced, and the place is needed.
    /// </returns>
    private async Task<Exception?> Try(Func<CancellationToken, Task> work, CancellationToken abandon)
    {
        using var limit = new CancellationTokenSource(options.TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, abandon);
        var running = Task.Run(() => work(either.Token), CancellationToken.None);
        try
        {
            await running.WaitAsync(either.Token);
            return null;
        }
        catch (Exception) when (abandon.IsCancellationRequested)
        {
            return new OperationCanceledException("The program stopped during the attempt.");
        }
        catch (Exception e)
        {
            return limit.IsCancellationRequested ? new TimeoutException($"The attempt took longer than {options.TimeLimit.TotalSeconds} s.", e) : e;
        }
        finally
        {
            // How work that was left behind ends is of no interest, but it is to be looked at.
            if (!running.IsCompleted)
                _ = running.ContinueWith(static left => left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        }
    }

    /// <summary>Timers count whole milliseconds and would fire a little early.</summary>
    private static TimeSpan Whole(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));
}
