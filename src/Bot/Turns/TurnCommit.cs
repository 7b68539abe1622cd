using System.Text.Json;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>
/// Runs a turn on the stored chat and writes what came of it in one transaction: the chat's state, guarded by its version, the outbox, the jobs.
/// A turn that finds its chat changed by somebody else is undone and run again on the new state. One that returns null changes no chat.
/// A handler that does not end is left behind (<see cref="TimeoutException"/>): on a snapshot it holds up nobody, inside a write it gets much less time.
/// </summary>
internal sealed class TurnCommit(Store store)
{
    public static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(30);

    // Much longer than any act needs: the first one after a start, on a machine that is busy with other things, was seen to take more than five seconds.
    public static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(20);

    private const int MostConflicts = 5;

    public delegate Task<Stage?> Play(StoreTransaction tx, ChatState state, bool mayWrite, CancellationToken ct);

    public static async Task<ChatState> Load(StoreTransaction tx, ChatKey chat, CancellationToken ct) => (await Read(tx, chat, ct)).State;

    /// <summary>Decided on a snapshot, beside all others, and only written in a transaction that writes; wholly inside such a one when the shop itself has something to write.</summary>
    public Task<Stage?> Decide(ChatKey chat, Play turn, CancellationToken ct) => Repeated(async () =>
    {
        if (await OnSnapshot(chat, turn, ct) is not var (version, stage)) return await Inside(chat, turn, ct);
        if (stage is not null) await store.Write((tx, stop) => Put(tx, chat, version, stage, stop), ct);
        return stage;
    });

    /// <summary>Wholly inside a transaction that writes.</summary>
    public Task<Stage?> Run(ChatKey chat, Play turn, CancellationToken ct) => Repeated(() => Inside(chat, turn, ct));

    private static async Task<Stage?> Repeated(Func<Task<Stage?>> attempt)
    {
        for (var conflicts = 1; ; conflicts++)
        {
            try
            {
                return await attempt();
            }
            catch (ChatConflict) when (conflicts < MostConflicts)
            {
                // Somebody else's turn came first: run ours on what he left.
            }
        }
    }

    /// <summary>Null when the turn has to write.</summary>
    private async Task<(long Version, Stage? Stage)?> OnSnapshot(ChatKey chat, Play turn, CancellationToken ct)
    {
        try
        {
            return await store.Read<(long, Stage?)?>(async (tx, stop) =>
            {
                var (version, state) = await Read(tx, chat, stop);
                var stage = await turn(tx, state, mayWrite: false, stop);
                return stage is { MustWrite: true } ? null : (version, stage);
            }, LongestRead, ct);
        }
        catch (StoreFault fault) when (fault.Kind is StoreFaultKind.ReadOnly)
        {
            return null;
        }
    }

    private Task<Stage?> Inside(ChatKey chat, Play turn, CancellationToken ct) => store.Write(async (tx, stop) =>
    {
        var (version, state) = await Read(tx, chat, stop);
        var stage = await turn(tx, state, mayWrite: true, stop);
        if (stage is not null) await Put(tx, chat, version, stage, stop);
        return stage;
    }, LongestWrite, ct);

    private static async Task<(long Version, ChatState State)> Read(StoreTransaction tx, ChatKey chat, CancellationToken ct) =>
        await Chats.Load(tx, chat, ct) is { } row ? (row.Version, ChatState.FromJson(row.State)) : (0, new ChatState());

    private static async Task Put(StoreTransaction tx, ChatKey chat, long version, Stage stage, CancellationToken ct)
    {
        if (!await Chats.Save(tx, chat, version, stage.State.ToJson(), ct)) throw new ChatConflict();
        foreach (var sheet in stage.Sheets) await Outbox.Add(tx, RowOf(chat, sheet), ct);
        foreach (var write in stage.Writes) await write(tx, ct);
    }

    private static OutboxRow RowOf(ChatKey chat, Sheet sheet) => new(
        chat,
        sheet.Seq,
        sheet.Act.ToString(),
        sheet.EditsSeq,
        sheet.EditsMessage,
        JsonSerializer.Serialize(sheet.Message, MessageJson.Default.Message),
        Urgency.Interactive,
        sheet.Message.File?.File);

    private sealed class ChatConflict : Exception;
}
