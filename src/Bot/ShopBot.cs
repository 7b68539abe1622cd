using System.Globalization;
using Lavka.Durable;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Bot;

/// <summary>
/// One bot of one shop. Every update and every result of a job becomes one turn of its chat: read, decided and committed in one transaction, in the chat's lane.
/// A crash before the commit means that nothing happened and the messenger delivers again; after it the repetition is recognised. It may be called from many threads.
/// </summary>
public sealed class ShopBot<TDesk>(BotId id, Script<TDesk> script, Store store, IChannel channel, OpenDesk<TDesk> openDesk, ILogger<ShopBot<TDesk>> log)
    where TDesk : IAsyncDisposable
{
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    private readonly Lanes _lanes = new();
    private readonly TurnCommit _commit = new(store);

    public BotId Id => id;

    /// <summary>The handlers of the bot's own jobs, by kind.</summary>
    public IReadOnlyDictionary<string, JobHandler> Handlers => new Dictionary<string, JobHandler> { [WorkJob.Kind] = Work, [TimerJob.Kind] = Ring };

    /// <summary>Takes one update. <see cref="Receipt.Taken"/> only after the commit; <see cref="Receipt.Later"/> when nothing happened and it must come again.</summary>
    public async Task<Receipt> Take(Inbound update, CancellationToken ct)
    {
        var chat = new ChatKey(id, update.Chat);
        Stage? stage;
        using (await _lanes.Enter(chat, Number(update), ct))
        {
            try
            {
                stage = await Hear(chat, update, ct);
            }
            catch (StoreFault fault)
            {
                log.LogError(fault, "The store could not take update {Update} of {Bot}: {Kind}", update.Id, id, fault.Kind);
                return Receipt.Later;
            }
        }
        // A press is answered outside every queue; when that fails the person only sees his button rest a little later.
        if (update.What is Happening.Pressed pressed) _ = channel.Answer(pressed.Query, stage?.Note?.Plain(stage.State.Language), CancellationToken.None);
        return Receipt.Taken;
    }

    /// <summary>The result of a job, as a turn of its chat. The job is finished in the same transaction, so the result counts once however often the job was run.</summary>
    /// <param name="job">The claimed job; when it is no longer ours nothing happens.</param>
    /// <param name="chat">The chat it belongs to.</param>
    /// <param name="settle">Writes the result and says what the person is told.</param>
    /// <param name="ct">Stops the wait for the lane and the turn before its commit.</param>
    public Task Settle(ClaimedJob job, ChatKey chat, Func<TDesk, CancellationToken, Task<IReadOnlyList<View>>> settle, CancellationToken ct) =>
        End(chat, (tx, stop) => Jobs.Finish(tx, job, stop), async (turn, stop) => turn.Tell(await settle(await turn.Desk(stop), stop)), ct);

    /// <summary>The same for a job whose last attempt has failed: it is buried in the transaction that says what its failure means.</summary>
    public Task GiveUp(ClaimedJob job, string error, ChatKey chat, Func<TDesk, CancellationToken, Task<IReadOnlyList<View>>> settle, CancellationToken ct) =>
        End(chat, (tx, stop) => Jobs.Bury(tx, job, error, stop), async (turn, stop) => turn.Tell(await settle(await turn.Desk(stop), stop)), ct);

    /// <summary>Does the work that a dialog waits for, and hands the result to the dialog.</summary>
    private async Task Work(ClaimedJob job, CancellationToken ct)
    {
        var chat = job.Chat ?? throw new InvalidOperationException($"The job {job.Key} belongs to no chat.");
        var work = await store.Read((tx, stop) => Awaited(tx, chat, stop), ct);
        var result = work is null || WorkJob.Key(chat, work) != job.Key ? null : await Result(work, job, ct);
        await End(chat, (tx, stop) => Jobs.Finish(tx, job, stop), async (turn, stop) =>
        {
            if (result is not null && turn.Stage.State.Dialog is not null) await turn.Step(new Input.Supplied(work!.Key, result), stop);
            await turn.Watch(hasActed: false, stop);
        }, ct);
    }

    /// <summary>The timer of an open dialog.</summary>
    private Task Ring(ClaimedJob job, CancellationToken ct)
    {
        var chat = job.Chat ?? throw new InvalidOperationException($"The job {job.Key} belongs to no chat.");
        return End(chat, (tx, stop) => Jobs.Finish(tx, job, stop), (turn, stop) => turn.Ring(job.Body, stop), ct);
    }

    private async Task<Work?> Awaited(StoreTransaction tx, ChatKey chat, CancellationToken ct)
    {
        await using var turn = NewTurn(tx, chat, new Stage(await TurnCommit.Load(tx, chat, ct)));
        return await turn.Awaited(ct);
    }

    private async Task<string> Result(Work work, ClaimedJob job, CancellationToken ct)
    {
        try
        {
            return await work.Run(job.Key, ct);
        }
        catch (Exception e) when (job.Attempt >= WorkJob.Patience && !ct.IsCancellationRequested)
        {
            log.LogWarning(e, "The work {Work} of {Bot} failed {Attempts} times; the person is told", work.Name, id, job.Attempt);
            return Talk.Work.Failure(BotTexts.WorkFailed);
        }
    }

    /// <summary>A turn that ends a job; when the job has been ended otherwise, nothing happens.</summary>
    private async Task End(
        ChatKey chat, Func<StoreTransaction, CancellationToken, Task<bool>> end, Func<Turn<TDesk>, CancellationToken, Task> act, CancellationToken ct)
    {
        using var lane = await _lanes.Enter(chat, long.MaxValue, ct);
        await _commit.Run(chat, async (tx, state, stop) =>
        {
            if (!await end(tx, stop)) return null;
            await using var turn = NewTurn(tx, chat, new Stage(state));
            await act(turn, stop);
            return turn.Stage;
        }, ct);
    }

    private async Task<Stage?> Hear(ChatKey chat, Inbound update, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(LongestTurn);
        try
        {
            return await _commit.Run(chat, (tx, state, stop) => Hear(tx, chat, state, update, stop), limit.Token);
        }
        catch (Exception e) when (e is not StoreFault && !ct.IsCancellationRequested)
        {
            log.LogError(e, "Update {Update} of {Bot} failed and is put aside", update.Id, id);
            return await _commit.Run(chat, (tx, state, stop) => PutAside(tx, state, update, e, stop), ct);
        }
    }

    private async Task<Stage?> Hear(StoreTransaction tx, ChatKey chat, ChatState state, Inbound update, CancellationToken ct)
    {
        if (state.HasSeen(update.Id)) return null;
        var known = state.Remember(update.Id).Meet(update.From);
        var pressed = update.What as Happening.Pressed;
        var live = pressed is not null && state.Live is { } shown ? await Outbox.MessageIdOf(tx, chat, shown.Seq, ct) : null;
        if (pressed is { MessageId: { } unknown } && live is null && state.Live is { } doubtful && await Outbox.MustBe(tx, chat, doubtful.Seq, unknown, ct))
        {
            // The call that sent it got no answer, but here it stands: it need not be sent again.
            await Outbox.MarkSent(tx, chat, doubtful.Seq, live = unknown, ct);
        }
        var closed = pressed is not null && state.Closed is { } before ? await Outbox.MessageIdOf(tx, chat, before, ct) : null;
        await using var turn = NewTurn(tx, chat, new Stage(known, pressed?.MessageId, live, closed));
        await turn.Hear(update.What, ct);
        await turn.Watch(hasActed: update.What is not (Happening.Edited or Happening.Left or Happening.Returned or Happening.Other), ct);
        return turn.Stage;
    }

    /// <summary>A poison update must not silence its chat: it is kept for the operator, the person is told, and whatever was open stands as it was.</summary>
    private async Task<Stage?> PutAside(StoreTransaction tx, ChatState state, Inbound update, Exception error, CancellationToken ct)
    {
        if (state.HasSeen(update.Id)) return null;
        await DeadLetters.Add(tx, "update", $"{id}/{update.Id}", update.What.ToString(), error.ToString(), ct);
        var stage = new Stage(state.Remember(update.Id).Meet(update.From));
        stage.SayBeside(new View(BotTexts.Sorry));
        return stage;
    }

    private Turn<TDesk> NewTurn(StoreTransaction tx, ChatKey chat, Stage stage) => new(script, chat, tx, stage, openDesk);

    private static long Number(Inbound update) => long.TryParse(update.Id, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
