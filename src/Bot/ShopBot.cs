using System.Globalization;
using Lavka.Durable;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Bot;

/// <summary>
/// One bot of one shop. Every update and every result of a job becomes one turn of its chat: read, decided and committed in one transaction, in the chat's lane.
/// A crash before the commit means that nothing happened and the messenger delivers again; after it the repetition is recognised. It may be called from many threads.
/// </summary>
/// <param name="id">The bot's id in the settings.</param>
/// <param name="script">All that it can talk about.</param>
/// <param name="store">Where everything is kept.</param>
/// <param name="channel">The way out, for answers to presses.</param>
/// <param name="openDesk">What handlers may touch.</param>
/// <param name="log">Without texts and names.</param>
/// <param name="alert">Tells the owner, in the given transaction, once per key; null when there is nobody to tell.</param>
/// <param name="limit">How many updates each person may send; null where nobody is limited.</param>
/// <param name="ruled">Hears what the limit said to an update, once for each that was heard or rejected.</param>
public sealed partial class ShopBot<TDesk>(
    BotId id, Script<TDesk> script, Store store, IChannel channel, OpenDesk<TDesk> openDesk, ILogger<ShopBot<TDesk>> log,
    Func<StoreTransaction, Text, string, CancellationToken, Task>? alert = null, RateLimit? limit = null, Action<Ruling>? ruled = null)
    where TDesk : IAsyncDisposable
{
    private readonly Lanes _lanes = new();
    private readonly TurnCommit _commit = new(store);
    private readonly RateGate _gate = new(limit, store);
    private readonly Writers _writers = new();

    public BotId Id => id;

    /// <summary>The handlers of the bot's own jobs, by kind.</summary>
    public IReadOnlyDictionary<string, JobHandler> Handlers => new Dictionary<string, JobHandler> { [WorkJob.Kind] = Work, [TimerJob.Kind] = Ring, [BanLift.Kind] = Lift };

    /// <summary>Takes one update. <see cref="Receipt.Taken"/> only after the commit; <see cref="Receipt.Later"/> when nothing happened and it must come again.</summary>
    public async Task<Receipt> Take(Inbound update, CancellationToken ct)
    {
        var chat = new ChatKey(id, update.Chat);
        if (update.What is Happening.Checkout paying) _ = Refuse(chat, paying, update.From);
        var hearing = new Hearing(update);
        Stage? stage;
        using (await _lanes.Enter(chat, Number(update), ct))
        {
            try
            {
                stage = _gate.IsShut(_commit.Known(chat), update) ? hearing.Rejected() : await Hear(chat, hearing, ct);
            }
            catch (StoreFault fault)
            {
                log.LogError(fault, "The store could not take update {Update} of {Bot}: {Kind}", update.Id, id, fault.Kind);
                return Receipt.Later;
            }
        }
        if (hearing.Ruling is { } ruling) ruled?.Invoke(ruling);
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

    /// <summary>
    /// From now on the bot is silent in this chat, and what the person writes is kept (<see cref="Overheard"/>). It does not wait for a handler that is running: that one's
    /// answer is not given any more. Only one that is already writing comes through, so the bot is silent one update later at most. News, such as a payment, is told all the same.
    /// </summary>
    /// <returns>False when somebody else has the chat.</returns>
    public async Task<bool> TakeOver(string chat, string by, CancellationToken ct) =>
        await _commit.Run(new ChatKey(id, chat), (_, state, _, _) =>
        {
            if (state.TakenBy is { } other && other != by) return Task.FromResult<Stage?>(null);
            var stage = new Stage(state);
            stage.Close();
            stage.State = stage.State with { TakenBy = by };
            return Task.FromResult<Stage?>(stage);
        }, ct) is not null;

    /// <summary>The bot goes on where the person stood: the open question, or the menu, is shown anew. Nothing happens when nobody has the chat.</summary>
    public Task GiveBack(string chat, CancellationToken ct) => _commit.Run(new ChatKey(id, chat), async (tx, state, _, stop) =>
    {
        if (state.TakenBy is null) return null;
        await using var turn = NewTurn(tx, new ChatKey(id, chat), new Stage(state with { TakenBy = null }));
        await turn.Resume(stop);
        turn.Watch(hasActed: true);
        return turn.Stage;
    }, ct);

    /// <summary>Says something in a person's chat beside whatever is open there: an operator's words. It has no buttons.</summary>
    public Task Say(string chat, View view, CancellationToken ct) => _commit.Run(new ChatKey(id, chat), (_, state, _, _) =>
    {
        var stage = new Stage(state);
        stage.SayBeside(view);
        return Task.FromResult<Stage?>(stage);
    }, ct);

    /// <summary>
    /// No shop has issued invoices of the messenger's own, so it is somebody else's or one that was made up. The messenger waits for a few seconds only: this waits for no lane and no store.
    /// </summary>
    private Task Refuse(ChatKey chat, Happening.Checkout paying, Person person) =>
        channel.Refuse(paying.Query, BotTexts.NotPaidHere.Plain((_commit.Known(chat) ?? new ChatState().Meet(person)).Language), CancellationToken.None);

    /// <summary>Does the work that a dialog waits for, and hands the result to the dialog.</summary>
    private async Task Work(ClaimedJob job, CancellationToken ct)
    {
        var chat = job.Chat ?? throw new InvalidOperationException($"The job {job.Key} belongs to no chat.");
        var work = await store.Read((tx, stop) => Awaited(tx, chat, stop), TurnCommit.LongestRead, ct);
        var result = work is null || WorkJob.Key(chat, work) != job.Key ? null : await Result(work, job, ct);
        await End(chat, (tx, stop) => Jobs.Finish(tx, job, stop), async (turn, stop) =>
        {
            if (result is not null && turn.Stage.State.Dialog is not null) await turn.Step(new Input.Supplied(work!.Key, result), stop);
            turn.Watch(hasActed: false);
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
        await _commit.Run(chat, async (tx, state, _, stop) =>
        {
            if (!await end(tx, stop)) return null;
            await using var turn = NewTurn(tx, chat, new Stage(state));
            await act(turn, stop);
            return turn.Stage;
        }, ct);
    }

    private async Task<Stage?> Hear(ChatKey chat, Hearing hearing, CancellationToken ct)
    {
        var update = hearing.Update;
        try
        {
            return await _commit.Decide(chat, (tx, state, mayWrite, stop) => Hear(tx, chat, state, hearing, mayWrite, stop), ct);
        }
        catch (Exception e) when (e is not StoreFault && !ct.IsCancellationRequested)
        {
            // Not the exception itself: its message may say what the person wrote.
            var error = Fault.Whole(e, update.What);
            log.LogError("Update {Update} of {Bot} failed and is put aside: {Error}", update.Id, id, error);
            return await _commit.Run(chat, (tx, state, _, stop) => PutAside(tx, chat, state, hearing, e, error, stop), ct);
        }
    }

    private async Task<Stage?> Hear(StoreTransaction tx, ChatKey chat, ChatState state, Hearing hearing, bool mayWrite, CancellationToken ct)
    {
        var update = hearing.Update;
        if (IsTurnedAway(chat, state, hearing, out var tempo) is { } away) return away.Turn;
        var known = state.Remember(update.Id).Meet(update.From) with { Tempo = tempo };
        var isNew = state.Person != update.From;
        if (isNew && !mayWrite) return new Stage(known) { MustWrite = true };
        await using var turn = NewTurn(tx, chat, await Staged(tx, chat, known, update.What, ct), mayWrite ? null : _writers);
        hearing.Begun = turn.Stage;
        // The shop writes down who he is when its desk is opened: here, where it may, and not in a later turn that only reads.
        if (isNew) await turn.Desk(ct);
        await turn.Hear(update.What, ct);
        turn.Watch(hasActed: update.What is not (Happening.Edited or Happening.Left or Happening.Returned or Happening.Other));
        return turn.Stage;
    }

    private async Task<Stage> Staged(StoreTransaction tx, ChatKey chat, ChatState state, Happening what, CancellationToken ct)
    {
        if (what is not Happening.Pressed pressed) return new Stage(state);
        // Nearly every button that is pressed is the live one, and was sent a moment ago.
        if (state.Live is { } near && pressed.MessageId is { } seen && Outbox.KnownIdOf(store, chat, near.Seq) == seen) return new Stage(state, seen, seen);
        var (live, closed) = await Outbox.MessageIdsOf(tx, chat, state.Live?.Seq, state.Closed, ct);
        if (live is not null || pressed.MessageId is not { } unknown || state.Live is not { } doubtful || !await Outbox.MustBe(tx, chat, doubtful.Seq, unknown, ct))
            return new Stage(state, pressed.MessageId, live, closed);
        // The call that sent it got no answer, but here it stands: it need not be sent again.
        var stage = new Stage(state, unknown, unknown, closed);
        stage.AlsoWrite((writing, stop) => Outbox.MarkSent(writing, chat, doubtful.Seq, unknown, stop));
        return stage;
    }

    /// <summary>
    /// A poison update must not silence its chat: what kind of thing it was is kept for the operator, the person is told, and whatever was open stands as it was.
    /// A secret is taken out of the chat all the same.
    /// </summary>
    private async Task<Stage?> PutAside(StoreTransaction tx, ChatKey chat, ChatState state, Hearing hearing, Exception error, string told, CancellationToken ct)
    {
        var update = hearing.Update;
        if (IsTurnedAway(chat, state, hearing, out var tempo) is { } away) return away.Turn;
        var letter = $"{id}/{update.Id}";
        await DeadLetters.Add(tx, "update", letter, Fault.Seen(update.What), told, ct);
        if (alert is not null) await alert(tx, Fault.Told(error, letter), Fault.Key(error, update.What, tx.Now), ct);
        var stage = new Stage(state.Remember(update.Id).Meet(update.From) with { Tempo = tempo });
        if (hearing.Begun?.Erased is { } secret) stage.Erase(secret);
        stage.SayBeside(new View(BotTexts.Sorry));
        return stage;
    }

    private Turn<TDesk> NewTurn(StoreTransaction tx, ChatKey chat, Stage stage, Writers? writers = null) => new(script, chat, tx, stage, openDesk, writers);

    private static long Number(Inbound update) => long.TryParse(update.Id, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
