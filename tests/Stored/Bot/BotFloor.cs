using System.Collections.Concurrent;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>
/// A bot on a store of its own, in front of a messenger in memory. Nothing goes on by itself: a test delivers what waits in the outbox and runs the jobs that are due.
/// </summary>
internal sealed class BotFloor<TDesk> : IAsyncDisposable where TDesk : IAsyncDisposable
{
    private static readonly HashSet<string> Nobody = [];

    private readonly Script<TDesk> _script;
    private readonly OpenDesk<TDesk> _desk;
    private readonly RateLimit? _limit;
    private readonly Func<ShopBot<TDesk>, (IReadOnlyDictionary<string, JobHandler> Handlers, WorkerOptions Options)> _jobs;

    public BotFloor(
        TempStore temp, Script<TDesk> script, OpenDesk<TDesk> desk,
        Func<ShopBot<TDesk>, (IReadOnlyDictionary<string, JobHandler> Handlers, WorkerOptions Options)>? jobs = null, RateLimit? limit = null)
    {
        (Temp, _script, _desk, _jobs, _limit) = (temp, script, desk, jobs ?? (bot => (bot.Handlers, new WorkerOptions())), limit);
        Bot = Start();
    }

    public static BotId Id { get; } = new("labels");

    public TempStore Temp { get; }

    public FakeMessenger Messenger { get; } = new();

    public ShopBot<TDesk> Bot { get; private set; }

    /// <summary>The keys under which the owner was alerted; the same key reaches him once.</summary>
    public ConcurrentQueue<string> Alerts { get; } = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Guest<TDesk> Guest(string chat = "7") => new(this, chat);

    /// <summary>The process dies as it is, and another takes over the file.</summary>
    public async Task Restart()
    {
        await Temp.Reopen();
        Bot = Start();
    }

    public Sender Sender(SenderOptions? options = null) =>
        new(Id, Temp.Store, Messenger, options ?? new SenderOptions(), Temp.Clock, NullLogger<Sender>.Instance);

    /// <summary>Sends until nothing is left that may go now. The clock stands still, so no chat is paced.</summary>
    public Task Deliver() => Until(Sender(new SenderOptions { ChatBurst = 1000 }).Run, async () => (await Temp.Store.Read((tx, ct) => Outbox.Due(tx, Id, Nobody, 1, ct), Ct)).Count == 0);

    /// <summary>Runs the jobs that are due, and those that follow from them, as the host's worker does.</summary>
    public Task Work()
    {
        var (handlers, options) = _jobs(Bot);
        var now = Temp.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        return Until(
            new Worker(Temp.Store, handlers, options, Temp.Clock, NullLogger<Worker>.Instance).Run,
            async () => await Count(FormattableString.Invariant($"jobs where done_at is null and (state = 'Running' or due_at <= {now})")) == 0);
    }

    public async Task WorkAndDeliver()
    {
        await Work();
        await Deliver();
    }

    public Task<long> Count(string rows) => Temp.Store.Read((tx, ct) => tx.Sql("select count(*) from " + rows).First(row => row.Long(0), ct), Ct);

    public Task<IReadOnlyList<DeadLetter>> DeadLetters() => Temp.Store.Read((tx, ct) => Lavka.Durable.DeadLetters.Latest(tx, 10, ct), Ct);

    public async Task<ChatState> State(string chat = "7") =>
        await Temp.Store.Read((tx, ct) => Chats.Load(tx, new ChatKey(Id, chat), ct), Ct) is { } row ? ChatState.FromJson(row.State) : new ChatState();

    public ValueTask DisposeAsync() => Temp.DisposeAsync();

    /// <summary>The same bot once more, as another program has it, or with another limit.</summary>
    public ShopBot<TDesk> NewBot(Store store, RateLimit? limit = null, Action<Ruling>? ruled = null) =>
        new(Id, _script, store, Messenger, _desk, NullLogger<ShopBot<TDesk>>.Instance, (_, _, key, _) =>
        {
            Alerts.Enqueue(key);
            return Task.CompletedTask;
        }, limit, ruled);

    private ShopBot<TDesk> Start() => NewBot(Temp.Store, _limit);

    private static async Task Until(Func<CancellationToken, Task> run, Func<Task<bool>> isDone)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var running = run(stop.Token);
        await Eventually.Holds(async () => running.IsCompleted || await isDone(), "everything that is due is done");
        await stop.CancelAsync();
        await Eventually.Ends(running);
    }
}
