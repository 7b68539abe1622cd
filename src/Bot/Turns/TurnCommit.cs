using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>
/// Runs a turn on the stored chat and writes what came of it in one transaction: the chat's state, guarded by its version, the outbox, the jobs.
/// A turn that finds its chat changed by somebody else is undone and run again on the new state. One that returns null changes no chat.
/// A handler that does not end is left behind (<see cref="TimeoutException"/>): on a snapshot it holds up nobody, inside a write it gets much less time.
/// </summary>
internal sealed class TurnCommit
{
    public static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(30);

    // Much longer than any act needs: the first one after a start, on a machine that is busy with other things, was seen to take more than five seconds.
    public static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(20);

    private const int FewConflicts = 2;
    private const int MostConflicts = 10;

    private readonly Store _store;
    private readonly KnownChats _known = new();
    private readonly GroupCommit<Saving, bool> _group;

    public TurnCommit(Store store)
    {
        (_store, _group) = (store, new GroupCommit<Saving, bool>(store, Put, static turns => turns.All(turn => turn.IsPlain)));
        store.WhenRecalled(_known.Forget);
    }

    public delegate Task<Stage?> Play(StoreTransaction tx, ChatState state, bool mayWrite, CancellationToken ct);

    public static async Task<ChatState> Load(StoreTransaction tx, ChatKey chat, CancellationToken ct) => (await Read(tx, chat, ct)).State;

    /// <summary>The chat as this program remembers it, if it does; the store may know better.</summary>
    public ChatState? Known(ChatKey chat) => _known.Find(chat)?.State;

    /// <summary>
    /// Decided on a snapshot, beside all others, and written together with them; wholly inside a transaction that writes when the shop itself has something to write.
    /// </summary>
    public Task<Stage?> Decide(ChatKey chat, Play turn, CancellationToken ct) => Repeated(chat, async conflicts =>
    {
        // Where two nodes take one chat's updates at once, a snapshot loses again and again; inside a write it is the store that sees to it that everybody's turn comes.
        if (conflicts >= FewConflicts || await OnSnapshot(chat, turn, ct) is not var (version, stage)) return await Inside(chat, turn, isKnown: true, ct);
        if (stage is null) return null;
        if (!await _group.Write(new Saving(_store, chat, version, stage))) throw new ChatConflict();
        _known.Keep(chat, version + 1, stage.State);
        return stage;
    });

    /// <summary>Wholly inside a transaction that writes, on the chat as the store has it: a turn that does nothing is not guarded by the chat's version.</summary>
    public Task<Stage?> Run(ChatKey chat, Play turn, CancellationToken ct) => Repeated(chat, _ => Inside(chat, turn, isKnown: false, ct));

    private async Task<Stage?> Repeated(ChatKey chat, Func<int, Task<Stage?>> attempt)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            try
            {
                return await attempt(conflicts);
            }
            catch (ChatConflict e)
            {
                // Somebody else's turn came first: run ours on what he left.
                _known.Forget(chat);
                if (conflicts == MostConflicts) throw new StoreFault(StoreFaultKind.Busy, "Others change this chat all the time; what was not taken comes again.", e);
            }
            catch
            {
                _known.Forget(chat);
                throw;
            }
        }
    }

    /// <summary>Null when the turn has to write.</summary>
    private async Task<(long Version, Stage? Stage)?> OnSnapshot(ChatKey chat, Play turn, CancellationToken ct)
    {
        try
        {
            return await _store.Read<(long, Stage?)?>(async (tx, stop) =>
            {
                // What others have saved meanwhile is seen when ours is: its version is guarded.
                var (version, state) = _known.Find(chat) ?? await Met(tx, chat, stop);
                var stage = await turn(tx, state, mayWrite: false, stop);
                return stage is { MustWrite: true } ? null : (version, stage);
            }, LongestRead, ct);
        }
        catch (StoreFault fault) when (fault.Kind is StoreFaultKind.ReadOnly)
        {
            return null;
        }
    }

    private async Task<Stage?> Inside(ChatKey chat, Play turn, bool isKnown, CancellationToken ct)
    {
        var (version, stage) = await _store.Write(async (tx, stop) =>
        {
            var (version, state) = (isKnown ? _known.Find(chat) : null) ?? await Read(tx, chat, stop);
            var stage = await turn(tx, state, mayWrite: true, stop);
            if (stage is not null && !(await Put(tx, [new Saving(_store, chat, version, stage)], stop))[0]) throw new ChatConflict();
            return (version, stage);
        }, LongestWrite, ct);
        if (stage is not null) _known.Keep(chat, version + 1, stage.State);
        return stage;
    }

    private async Task<(long Version, ChatState State)> Met(StoreTransaction tx, ChatKey chat, CancellationToken ct)
    {
        var (version, state) = await Read(tx, chat, ct);
        // Also when the turn changes nothing: somebody who is banned is read once.
        if (version > 0) _known.Keep(chat, version, state);
        return (version, state);
    }

    private static async Task<(long Version, ChatState State)> Read(StoreTransaction tx, ChatKey chat, CancellationToken ct) =>
        await Chats.Load(tx, chat, ct) is { } row ? (row.Version, ChatState.FromJson(row.State)) : (0, new ChatState());

    private static async Task<IReadOnlyList<bool>> Put(StoreTransaction tx, IReadOnlyList<Saving> turns, CancellationToken ct)
    {
        var saved = await Chats.Save(tx, [.. turns.Select(turn => turn.Save)], ct);
        foreach (var write in turns.Where((_, at) => saved[at]).SelectMany(turn => turn.Writes)) await write(tx, ct);
        return saved;
    }

    private sealed class ChatConflict : Exception;
}
