using System.Text.Json;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>A turn that is decided, in the form in which it is stored: made before its transaction begins, so that nobody waits for it there.</summary>
internal sealed class Saving(Store store, ChatKey chat, long version, Stage stage)
{
    public ChatSave Save { get; } = new(chat, version, stage.State.ToJson(), [.. stage.Sheets.Select(sheet => RowOf(store, chat, sheet))]);

    public IReadOnlyList<Func<StoreTransaction, CancellationToken, Task>> Writes => stage.Writes;

    /// <summary>Together with others of its kind it is written by one statement: the chat is known, nothing that is said may have to be dropped, and nothing else is written.</summary>
    public bool IsPlain => version > 0 && Writes.Count == 0 && Save.Rows.All(row => row.IsSure);

    private static OutboxRow RowOf(Store store, ChatKey chat, Sheet sheet) => new(
        chat,
        sheet.Seq,
        sheet.Act.ToString(),
        sheet.EditsSeq,
        sheet.EditsMessage,
        JsonSerializer.Serialize(sheet.Message, MessageJson.Default.Message),
        Urgency.Interactive,
        sheet.Message.File?.File) { Original = sheet.Message, IsChangeOfSent = sheet.EditsSeq is { } edited && Outbox.KnownIdOf(store, chat, edited) is not null };
}
