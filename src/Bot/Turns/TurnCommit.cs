using System.Text.Json;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>Runs a turn on the stored chat and writes what came of it in one transaction: the chat's state, guarded by its version, and the outbox.</summary>
internal sealed class TurnCommit(Store store)
{
    private const int MostConflicts = 5;

    public static async Task<ChatState> Load(StoreTransaction tx, ChatKey chat, CancellationToken ct) =>
        await Chats.Load(tx, chat, ct) is { } row ? ChatState.FromJson(row.State) : new ChatState();

    /// <summary>A turn that finds its chat changed by somebody else is undone and run again on the new state. A turn that returns null changes no chat.</summary>
    public async Task<Stage?> Run(ChatKey chat, Func<StoreTransaction, ChatState, CancellationToken, Task<Stage?>> turn, CancellationToken ct)
    {
        for (var conflicts = 1; ; conflicts++)
        {
            try
            {
                return await store.Write((tx, stop) => Once(tx, chat, turn, stop), ct);
            }
            catch (ChatConflict) when (conflicts < MostConflicts)
            {
                // Somebody else's turn came first: run ours on what he left.
            }
        }
    }

    private static async Task<Stage?> Once(
        StoreTransaction tx, ChatKey chat, Func<StoreTransaction, ChatState, CancellationToken, Task<Stage?>> turn, CancellationToken ct)
    {
        var row = await Chats.Load(tx, chat, ct);
        var stage = await turn(tx, row is null ? new ChatState() : ChatState.FromJson(row.State), ct);
        if (stage is null) return null;
        foreach (var sheet in stage.Sheets) await Outbox.Add(tx, RowOf(chat, sheet), ct);
        if (!await Chats.Save(tx, chat, row?.Version ?? 0, stage.State.ToJson(), ct)) throw new ChatConflict();
        return stage;
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
