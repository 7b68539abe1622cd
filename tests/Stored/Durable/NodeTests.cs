using Lavka.Durable;
using Lavka.Kit;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class NodeTests
{
    private const string Reason = "On SQLite there is one node.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Skip = "On PostgreSQL there are others.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsSqlite))]
    public async Task on_a_file_everything_is_led_here_at_once_and_a_second_program_is_refused()
    {
        await using var temp = await TempStore.Open();
        var second = await temp.Reopen();
        await using var node = new Node(temp.Store, temp.Clock, NullLogger<Node>.Instance);
        var led = false;
        await node.Lead("bot", _ =>
        {
            led = true;
            return Task.CompletedTask;
        }, Ct);
        led.ShouldBeTrue();

        using (temp.Store.Own())
        {
            var fault = Should.Throw<StoreFault>(second.Own);
            (fault.Kind, fault.Message.Contains("many-nodes.md", StringComparison.Ordinal)).ShouldBe((StoreFaultKind.Busy, true));
        }
        second.Own()!.Dispose();
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    [Covers("faults:F14", "shipping:A02")]
    public async Task one_of_two_leads_and_when_it_dies_the_other_takes_over()
    {
        await using var temp = await TempStore.Open();
        var post = new Post();
        await using var first = new Program(temp.Store, temp.Clock, post);
        await Eventually.Holds(() => post.Leader == first);
        await using var second = new Program(await temp.Reopen(), temp.Clock, post);
        await Eventually.Ends(second.StoodBy);
        post.Leader.ShouldBe(first);

        await first.Dies();

        await temp.Passes(() => post.Leader == second);
        post.Most.ShouldBe(1);
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task who_loses_his_connection_stops_at_once_and_there_is_a_leader_again_and_never_two()
    {
        await using var temp = await TempStore.Open();
        var post = new Post();
        await using var first = new Program(temp.Store, temp.Clock, post);
        await Eventually.Holds(() => post.Leader == first);
        await using var second = new Program(await temp.Reopen(), temp.Clock, post);
        await Eventually.Ends(second.StoodBy);
        for (var round = 1; round <= 3; round++)
        {
            var before = post.Begun;
            await temp.Disconnect();
            await temp.Passes(() => post.Begun > before && post.Leader is not null);
        }
        post.Most.ShouldBe(1);
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task who_is_asked_to_stop_keeps_the_seat_until_his_work_has_ended()
    {
        await using var temp = await TempStore.Open();
        var post = new Post { Lingering = new TaskCompletionSource() };
        await using var first = new Program(temp.Store, temp.Clock, post);
        await Eventually.Holds(() => post.Leader == first);
        await using var second = new Program(await temp.Reopen(), temp.Clock, post);
        await Eventually.Ends(second.StoodBy);

        var stopped = first.Stop();
        for (var beat = 0; beat < 10; beat++) await Program.Tries(temp.Clock, loops: 2);
        post.Leader.ShouldBe(first);
        post.Lingering.SetResult();
        await Eventually.Ends(stopped);

        await temp.Passes(() => post.Leader == second);
        post.Most.ShouldBe(1);
    }

    [Fact]
    [Covers("faults:F14")]
    public async Task who_has_stood_still_is_not_sure_that_he_leads_until_the_server_has_answered_him()
    {
        await using var temp = await TempStore.Open();
        var post = new Post();
        await using var node = new Node(temp.Store, temp.Clock, NullLogger<Node>.Instance);
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var leading = node.Lead("post", async ct =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
        }, stop.Token);
        await Eventually.Ends(begun.Task);
        node.IsSure.ShouldBeTrue();

        temp.Clock.Advance(TimeSpan.FromSeconds(4));
        node.IsSure.ShouldBe(TestEngine.IsSqlite);
        var running = node.Run(stop.Token);
        await Eventually.Holds(() => node.IsSure);

        await stop.CancelAsync();
        await Eventually.Ends(Task.WhenAll(running, leading.ContinueWith(_ => { }, TaskScheduler.Default)));
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task what_one_program_commits_wakes_the_others()
    {
        await using var temp = await TempStore.Open();
        var (here, there) = (temp.Store, await temp.Reopen());
        await using var first = new Program(here, temp.Clock, new Post());
        await using var second = new Program(there, temp.Clock, new Post());
        await Task.WhenAll(first.Joined, second.Joined);
        for (var seq = 1; seq <= 3; seq++)
        {
            // Whoever begins to listen a little late is told again.
            await Eventually.Holds(async () =>
            {
                var (mail, jobs) = (there.NewMail.Next, there.NewJobs.Next);
                await here.Write((tx, ct) => Jobs.Add(tx, new NewJob("buy", $"{Guid.NewGuid()}", "{}", null, tx.Now.AddDays(1)), ct), Ct);
                await Task.WhenAny(Task.WhenAll(mail, jobs), Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Ct));
                return mail.IsCompleted && jobs.IsCompleted;
            });
        }
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    [Covers("faults:F2")]
    public async Task the_jobs_of_a_dead_program_are_taken_over_and_those_of_a_living_one_never()
    {
        await using var temp = await TempStore.Open();
        var (here, there) = (temp.Store, await temp.Reopen());
        await using var first = new Program(here, temp.Clock, new Post());
        await using var second = new Program(there, temp.Clock, new Post());
        await Task.WhenAll(first.Joined, second.Joined);
        await here.Write((tx, ct) => Jobs.Add(tx, new NewJob("buy", "order-1", "{}", null, tx.Now), ct), Ct);
        (await Claim(here)).ShouldHaveSingleItem();
        for (var beat = 0; beat < 8; beat++) await Program.Tries(temp.Clock, loops: 3);
        (await there.Write(Jobs.ReleaseAbandoned, Ct)).ShouldBe(0);
        (await Claim(there)).ShouldBeEmpty();

        await first.Dies();

        await temp.Passes(async () => await there.Read(Jobs.NextDue, Ct) <= temp.Clock.GetUtcNow());
        (await Claim(there)).ShouldHaveSingleItem().Attempt.ShouldBe(2);
    }

    private static Task<IReadOnlyList<ClaimedJob>> Claim(Store store) => store.Write((tx, ct) => Jobs.Claim(tx, 5, TimeSpan.FromMinutes(2), ct), Ct);

    /// <summary>What only one may do, and who does it.</summary>
    private sealed class Post
    {
        private int _now;

        /// <summary>How many did it at the same time, at most.</summary>
        public int Most { get; private set; }

        public int Begun { get; private set; }

        public Program? Leader { get; private set; }

        /// <summary>Who stops goes on working until this is done.</summary>
        public TaskCompletionSource? Lingering { get; init; }

        public async Task Serve(Program who, CancellationToken ct)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _now));
            (Leader, Begun) = (who, Begun + 1);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            }
            catch (OperationCanceledException)
            {
                if (Lingering is { } work) await work.Task;
            }
            finally
            {
                Leader = null;
                Interlocked.Decrement(ref _now);
            }
        }
    }

    /// <summary>One program of several: it lives among the others and wants the post.</summary>
    private sealed class Program : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly LogLines _log = new();
        private readonly Node _node;
        private readonly Task _run;
        private readonly Task _lead;
        private bool _isGone;

        public Program(Store store, FakeClock clock, Post post)
        {
            _node = new Node(store, clock, _log.For<Node>());
            _run = _node.Run(_stop.Token);
            _lead = _node.Lead("post", ct => post.Serve(this, ct), _stop.Token);
        }

        public Task Joined => _node.Joined;

        /// <summary>Completes when it has joined the others and found the post taken.</summary>
        public Task StoodBy => Task.WhenAll(Joined, Eventually.Holds(() => _log.Lines.Any(line => line.Contains("in the hands of another node", StringComparison.Ordinal))));

        /// <summary>
        /// A beat passes for so many loops: each program alive looks after its own lock, and each that does not have the post tries for it. It has passed when all of them rest again.
        /// </summary>
        public static async Task Tries(FakeClock clock, int loops)
        {
            await Eventually.Holds(() => clock.Sleepers == loops);
            clock.Advance(TimeSpan.FromSeconds(2));
            await Eventually.Holds(() => clock.Sleepers == loops);
        }

        public async Task Stop()
        {
            await _stop.CancelAsync();
            await Task.WhenAll(_run, _lead);
        }

        /// <summary>Its connections are closed by the system, without a word.</summary>
        public async Task Dies()
        {
            _isGone = true;
            await _node.DisposeAsync();
            await _stop.CancelAsync();
        }

        public async ValueTask DisposeAsync()
        {
            if (!_isGone) await Eventually.Ends(Stop());
            await _node.DisposeAsync();
            _stop.Dispose();
        }
    }
}
