using Lavka.Durable;
using Lavka.Kit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed partial class WorkerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_commit_wakes_the_worker_and_its_job_is_finished()
    {
        await using var temp = await TempStore.Open();
        await using var worker = new Running(temp, Finishing(temp));
        await worker.Rests();
        await Add(temp, "order-1");

        await Eventually.Holds(() => IsDone(temp, "order-1"));
    }

    [Fact]
    public async Task a_failed_attempt_is_repeated_after_a_growing_pause()
    {
        await using var temp = await TempStore.Open();
        var attempts = new List<DateTimeOffset>();
        await using var worker = new Running(temp, async (job, ct) =>
        {
            attempts.Add(temp.Clock.GetUtcNow());
            if (job.Attempt < 4) throw new HttpRequestException("503");
            await temp.Store.Write((tx, stop) => Jobs.Finish(tx, job, stop), ct);
        });
        var start = temp.Clock.GetUtcNow();
        await Add(temp, "order-1");

        await Pass(temp, () => IsDone(temp, "order-1"));

        attempts.Select(at => (at - start).TotalSeconds).ShouldBe([0, 1, 3, 7]);
    }

    [Fact]
    [Covers("faults:F11")]
    public async Task an_attempt_that_hangs_is_left_behind_and_repeated()
    {
        await using var temp = await TempStore.Open();
        var never = new TaskCompletionSource();
        await using var worker = new Running(temp, async (job, ct) =>
        {
            if (job.Attempt == 1) await never.Task;
            await temp.Store.Write((tx, stop) => Jobs.Finish(tx, job, stop), ct);
        }, new WorkerOptions { Parallel = 1 });
        await Add(temp, "order-1");
        await Eventually.Holds(() => temp.Clock.NextTimer == temp.Clock.GetUtcNow().AddSeconds(30));
        temp.Clock.Advance(TimeSpan.FromSeconds(30));

        await Pass(temp, () => IsDone(temp, "order-1"));
    }

    [Fact]
    public async Task a_handler_that_forgets_to_finish_has_failed()
    {
        await using var temp = await TempStore.Open();
        await using var worker = new Running(temp, (_, _) => Task.CompletedTask, new WorkerOptions { MaxAttempts = 2 });
        await Add(temp, "order-1");

        await Pass(temp, async () => (await Letters(temp)).Count == 1);

        (await Letters(temp))[0].Error.ShouldContain("without finishing");
    }

    [Fact]
    public async Task after_the_last_attempt_the_job_is_given_up_once_and_buried_in_the_same_transaction()
    {
        await using var temp = await TempStore.Open();
        var told = new List<string>();
        var attempts = 0;
        await using var worker = new Running(temp, (_, _) =>
        {
            attempts++;
            throw new HttpRequestException("address unknown");
        }, new WorkerOptions
        {
            MaxAttempts = 3,
            OnGiveUp = (job, error, ct) => temp.Store.Write(async (tx, stop) =>
            {
                if (await Jobs.Bury(tx, job, error, stop)) told.Add($"{job.Key}: {error}");
            }, ct),
        });
        await Add(temp, "order-1");

        await Pass(temp, async () => (await Letters(temp)).Count == 1);

        await worker.Rests();
        (attempts, (await Letters(temp)).Count).ShouldBe((3, 1));
        told.ShouldBe(["order-1: address unknown"]);
    }

    [Fact]
    public async Task giving_up_that_fails_is_repeated_and_the_job_does_not_run_again()
    {
        await using var temp = await TempStore.Open();
        var (attempts, givenUp) = (0, 0);
        await using var worker = new Running(temp, (_, _) =>
        {
            attempts++;
            throw new HttpRequestException("no");
        }, new WorkerOptions { MaxAttempts = 1, OnGiveUp = (_, _, _) => ++givenUp < 3 ? throw new InvalidOperationException("not now") : Task.CompletedTask });
        await Add(temp, "order-1");

        await Pass(temp, async () => (await Letters(temp)).Count == 1);

        (attempts, givenUp).ShouldBe((1, 3));
    }

    [Fact]
    public async Task a_job_that_kills_its_process_every_time_is_given_up_at_last()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "order-1");
        for (var death = 0; death < 3; death++)
        {
            (await temp.Store.Write((tx, ct) => Jobs.Claim(tx, 1, TimeSpan.FromMinutes(2), ct), Ct)).Count.ShouldBe(1);
            await (await temp.Reopen()).Write(Jobs.ReleaseAbandoned, Ct);
        }

        await using var worker = new Running(temp, (_, _) => throw new InvalidOperationException("must not run"), new WorkerOptions { MaxAttempts = 3 });

        await Pass(temp, async () => (await Letters(temp)).Count == 1);
        (await Letters(temp))[0].Error.ShouldContain("process died");
    }

    [Fact]
    public async Task a_kind_that_nobody_handles_fails_aloud()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => Jobs.Add(tx, new NewJob("forgotten", "k", "{}", null, tx.Now), ct), Ct);
        await using var worker = new Running(temp, Finishing(temp), new WorkerOptions { MaxAttempts = 1 });

        await Eventually.Holds(async () => (await Letters(temp)).Count == 1);
        (await Letters(temp))[0].Error.ShouldContain("forgotten");
    }

    [Fact]
    [Covers("faults:F2")]
    public async Task what_a_killed_process_left_running_is_taken_at_once_at_the_next_start()
    {
        await using var temp = await TempStore.Open();
        await Add(temp, "order-1");
        await temp.Store.Write((tx, ct) => Jobs.Claim(tx, 1, TimeSpan.FromMinutes(2), ct), Ct);
        await temp.Reopen();

        await using var worker = new Running(temp, Finishing(temp));

        await Eventually.Holds(() => IsDone(temp, "order-1"));
    }

    [Fact]
    public async Task no_more_jobs_run_together_than_allowed_and_a_free_place_is_filled()
    {
        await using var temp = await TempStore.Open();
        var (now, most) = (0, 0);
        var gate = new SemaphoreSlim(0);
        await using var worker = new Running(temp, async (job, ct) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await gate.WaitAsync(ct);
            Interlocked.Decrement(ref now);
            await temp.Store.Write((tx, stop) => Jobs.Finish(tx, job, stop), ct);
        }, new WorkerOptions { Parallel = 3 });
        for (var i = 0; i < 8; i++) await Add(temp, $"order-{i}");
        await Eventually.Holds(() => now == 3);

        gate.Release(8);

        await Eventually.Holds(async () => await temp.Store.Read(Jobs.NextDue, Ct) is null);
        most.ShouldBe(3);
    }

    [Fact]
    public async Task a_stop_waits_for_running_jobs_and_claims_no_more()
    {
        await using var temp = await TempStore.Open();
        var gate = new TaskCompletionSource();
        await using var worker = new Running(temp, async (job, ct) =>
        {
            await gate.Task;
            await temp.Store.Write((tx, stop) => Jobs.Finish(tx, job, stop), ct);
        }, new WorkerOptions { Parallel = 1 });
        await Add(temp, "first");
        await Add(temp, "second");
        await Eventually.Holds(() => IsRunning(temp, "first"));

        var stopped = worker.Stop();
        stopped.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await Eventually.Ends(stopped);

        (await IsDone(temp, "first")).ShouldBeTrue();
        (await IsRunning(temp, "second")).ShouldBeFalse();
    }

    [Fact]
    public async Task a_job_that_outlives_the_grace_of_a_stop_is_cancelled_and_may_run_at_once()
    {
        await using var temp = await TempStore.Open();
        var cancelled = false;
        await using var worker = new Running(temp, async (_, ct) =>
        {
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, temp.Clock, ct);
            }
            finally
            {
                cancelled = true;
            }
        });
        await Add(temp, "order-1");
        await Eventually.Holds(() => IsRunning(temp, "order-1"));

        var stopped = worker.Stop();
        await Eventually.Holds(() => temp.Clock.NextTimer == temp.Clock.GetUtcNow().AddSeconds(10));
        temp.Clock.Advance(TimeSpan.FromSeconds(10));
        await Eventually.Ends(stopped);

        await Eventually.Holds(() => cancelled);
        (await temp.Store.Read(Jobs.NextDue, Ct)).ShouldBe(temp.Clock.GetUtcNow());
        (await IsRunning(temp, "order-1")).ShouldBeFalse();
    }

    [Fact(Skip = "On PostgreSQL a write holds up no other.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    [Covers("faults:F8")]
    public async Task the_worker_outlives_a_fault_of_the_store()
    {
        await using var temp = await TempStore.Open();
        await using var busy = Store.Open($"Data Source={temp.File};Default Timeout=1", temp.Clock);
        var holding = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await Add(temp, "order-1");
        var held = temp.Store.Write(async (_, _) =>
        {
            holding.SetResult();
            await release.Task;
        }, Ct);
        await holding.Task;
        using var stop = new CancellationTokenSource();
        var handlers = new Dictionary<string, JobHandler> { ["buy"] = (job, ct) => busy.Write((tx, now) => Jobs.Finish(tx, job, now), ct) };
        var worker = new Worker(busy, handlers, new WorkerOptions(), temp.Clock, NullLogger<Worker>.Instance);
        var run = worker.Run(stop.Token);
        await Eventually.Holds(() => temp.Clock.NextTimer == temp.Clock.GetUtcNow().AddSeconds(1));
        release.SetResult();
        await held;

        temp.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.Holds(() => IsDone(temp, "order-1"));
        await stop.CancelAsync();
        await Eventually.Ends(run);
    }

    [Fact(Skip = "Only a file can be held by a test.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    [Covers("faults:F7", "faults:F8")]
    public async Task what_was_done_or_taken_while_the_store_fell_is_not_left_to_its_lease()
    {
        await using var temp = await TempStore.Open();
        await using var store = Store.Open($"Data Source={temp.File};Default Timeout=1", temp.Clock);
        var (began, attempts, lease) = (temp.Clock.GetUtcNow(), 0, TimeSpan.FromDays(10));
        SqliteTransaction? hold = null;
        await using var other = new SqliteConnection($"Data Source={temp.File};Pooling=False");
        await other.OpenAsync(Ct);
        var handlers = new Dictionary<string, JobHandler>
        {
            ["buy"] = (job, ct) =>
            {
                if (job.Key == "order-1" && Interlocked.Increment(ref attempts) == 1) hold = other.BeginTransaction(deferred: false);
                return store.Write((tx, now) => Jobs.Finish(tx, job, now), ct);
            },
        };
        using var stop = new CancellationTokenSource();
        var log = new LogLines();
        var run = new Worker(store, handlers, new WorkerOptions { Lease = lease }, temp.Clock, log.For<Worker>()).Run(stop.Token);
        await Eventually.Holds(() => temp.Clock.NextTimer is not null);
        await Add(temp, "lost");
        // As if its commit had got no answer: the store says that we have it, and nobody here knows.
        (await store.Write((tx, ct) => Jobs.Claim(tx, 1, lease, ct), Ct)).ShouldHaveSingleItem();
        await Add(temp, "order-1");
        await Add(temp, "order-2", TimeSpan.FromSeconds(1));
        store.NewJobs.Beat();
        await Eventually.Holds(() => hold is not null);
        // What was done could not be written, and what fell due could not be taken.
        await Eventually.Holds(async () =>
        {
            temp.Clock.Advance(TimeSpan.FromSeconds(0.1));
            await Task.Delay(10, Ct);
            return log.Beginning("Warning buy order-1 failed").Count > 0 && log.Beginning("Error Jobs wait").Count > 0;
        });
        await hold!.DisposeAsync();

        await Eventually.Holds(async () =>
        {
            if (temp.Clock.GetUtcNow() < began.AddDays(1)) temp.Clock.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Delay(5, Ct);
            return await IsDone(temp, "order-1") && await IsDone(temp, "order-2") && await IsDone(temp, "lost");
        });
        await stop.CancelAsync();
        await Eventually.Ends(run);
    }

    private static JobHandler Finishing(TempStore temp) => (job, ct) => temp.Store.Write((tx, stop) => Jobs.Finish(tx, job, stop), ct);

    private static Task<bool> Add(TempStore temp, string key, TimeSpan after = default) =>
        temp.Store.Write((tx, ct) => Jobs.Add(tx, new NewJob("buy", key, "{}", null, tx.Now + after), ct), Ct);

    private static Task<bool> IsDone(TempStore temp, string key) => Is(temp, key, "Done");

    private static Task<bool> IsRunning(TempStore temp, string key) => Is(temp, key, "Running");

    private static Task<bool> Is(TempStore temp, string key, string state) =>
        temp.Store.Read((tx, ct) => tx.Sql("select count(*) from jobs where key = @key and state = @state", ("key", key), ("state", state))
            .First(row => row.Flag(0), ct), Ct);

    private static Task<IReadOnlyList<DeadLetter>> Letters(TempStore temp) => temp.Store.Read((tx, ct) => DeadLetters.Latest(tx, 10, ct), Ct);

    /// <summary>Lets time pass from timer to timer, whenever no attempt is running, until the condition holds.</summary>
    private static Task Pass(TempStore temp, Func<Task<bool>> condition) => Eventually.Holds(async () =>
    {
        if (await condition()) return true;
        var waiting = await temp.Store.Read((tx, ct) => tx.Sql("select due_at from jobs where state = 'Waiting'").First(row => row.TimeOrNull(0), ct), Ct);
        if (temp.Clock.NextTimer is { } timer && waiting > temp.Clock.GetUtcNow() && timer <= waiting) temp.Clock.Advance(timer - temp.Clock.GetUtcNow());
        return false;
    }, "time passed and it did not come about");

    /// <summary>A worker with one handler for the kind "buy", stopped when the test ends.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly TempStore _temp;
        private readonly Task _run;

        public Running(TempStore temp, JobHandler handler, WorkerOptions? options = null)
        {
            _temp = temp;
            var handlers = new Dictionary<string, JobHandler> { ["buy"] = handler };
            var worker = new Worker(temp.Store, handlers, options ?? new WorkerOptions(), temp.Clock, NullLogger<Worker>.Instance);
            _run = worker.Run(_stop.Token);
        }

        /// <summary>It found nothing to do and waits for a minute or for news.</summary>
        public Task Rests() => Eventually.Holds(() => _temp.Clock.NextTimer == _temp.Clock.GetUtcNow().AddMinutes(1), "the worker rests");

        public async Task Stop()
        {
            await _stop.CancelAsync();
            await _run;
        }

        public async ValueTask DisposeAsync()
        {
            await Eventually.Ends(Stop());
            _stop.Dispose();
        }
    }
}
