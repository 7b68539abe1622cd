using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lavka.Talk;

namespace Lavka.Channels.Telegram;

/// <summary>
/// The updates that Telegram still keeps, from the first one that is not committed. What lies above it and was taken already is remembered here,
/// so it is not offered again while an older update of another chat is waiting.
/// </summary>
internal sealed class PollWindow(Intake intake, TimeProvider clock)
{
    private HashSet<long> _taken = [];

    /// <summary>Everything below is committed; null until the first update.</summary>
    public long? Offset { get; private set; }

    /// <summary>Offers a batch: chats in parallel, each in order and only up to its first update that is not taken.</summary>
    public async Task<Progress> Take(JsonElement batch, CancellationToken ct)
    {
        List<Polled> updates = [.. batch.EnumerateArray().Select(update => new Polled(JsonMarshal.GetRawUtf8Value(update).ToArray(), clock.GetUtcNow()))];
        if (updates.Count == 0) return Progress.All;

        foreach (var update in updates) update.Taken = update.Id is { } id && _taken.Contains(id);
        var fresh = updates.FindAll(update => !update.Taken);
        await Task.WhenAll(fresh.GroupBy(update => update.Lane).Select(lane => TakeInOrder(lane, ct)));

        _taken = [.. updates.Where(update => update is { Taken: true, Id: not null }).Select(update => update.Id!.Value)];
        var before = Offset;
        var first = updates.Find(update => update is { Taken: false, Id: not null });
        Offset = first?.Id ?? updates.FindLast(update => update.Id is not null)?.Id + 1 ?? Offset;
        return first is null && Offset != before ? Progress.All : fresh.Exists(update => update.Taken) ? Progress.Some : Progress.None;
    }

    private async Task TakeInOrder(IEnumerable<Polled> lane, CancellationToken ct)
    {
        foreach (var update in lane)
        {
            if (await intake.Offer(update.Reading, update.Json, ct) is not Receipt.Taken) return;
            update.Taken = true;
        }
    }

    internal enum Progress
    {
        None,
        Some,
        All,
    }

    private sealed class Polled(byte[] json, DateTimeOffset received)
    {
        public byte[] Json { get; } = json;

        public Reading Reading { get; } = TelegramUpdate.Read(json, received);

        public bool Taken { get; set; }

        public long? Id => Reading switch
        {
            Reading.Understood understood => long.Parse(understood.Update.Id, CultureInfo.InvariantCulture),
            Reading.Unreadable unreadable => unreadable.UpdateId,
            _ => null,
        };

        public string Lane => Reading is Reading.Understood understood ? understood.Update.Chat : "";
    }
}
