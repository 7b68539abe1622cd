using System.Text.Json;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>Makes the call that a row of the outbox asks for, once. A row that nobody waits for is noted before: when the program dies in the call, it is not made again.</summary>
internal sealed class Calls(Store store, IChannel channel, SenderOptions options, Limits limits, Marks marks)
{
    /// <param name="entry">The head of its chat.</param>
    /// <param name="mayCall">Asked when everything is at hand.</param>
    /// <returns>What came of it; null when it might not be made any more, and nothing happened.</returns>
    public async Task<Delivery?> Make(OutboxEntry entry, Func<bool> mayCall)
    {
        var message = entry.Row.Original as Message ?? JsonSerializer.Deserialize(entry.Row.Body, MessageJson.Default.Message)
            ?? throw new JsonException("A message in the outbox cannot be null.");
        var content = entry.Row.File is { } file ? await Content(file) : default;
        var dispatch = new Dispatch(entry.Row.Chat.Chat, Enum.Parse<Act>(entry.Row.Act), message, entry.Target, content)
        {
            Contents = await Contents(message.Album ?? []),
            MayCost = options.PaidBroadcast && entry.Row.Urgency is Urgency.Bulk,
        };
        // An album goes as a whole, and each of its pictures counts.
        if (message.Album is { Count: > 1 } album) limits.Count(entry.Row.Chat.Chat, album.Count - 1);
        return mayCall() ? await Make(entry, dispatch) : null;
    }

    private async Task<Delivery?> Make(OutboxEntry entry, Dispatch dispatch)
    {
        if (dispatch is { Act: not Act.Say, Target: null }) return new Delivery.Refused("the message to change was never sent");
        if (entry.Row.Urgency is Urgency.Bulk)
        {
            if (entry.Doubts > 0) return new Delivery.Unknown("the program died in the call");
            if (!await marks.Call(entry)) return null;
        }
        var delivery = await channel.Deliver(dispatch, CancellationToken.None);
        return (delivery, dispatch.Act) switch
        {
            // What it was to say is said at the end of the chat; buttons of a message that is not there need not be taken away.
            (Delivery.Gone, Act.Replace) => await SayAnew(dispatch),
            (Delivery.Gone, Act.Strip) => new Delivery.Sent(dispatch.Target!),
            _ => delivery,
        };
    }

    private Task<Delivery> SayAnew(Dispatch dispatch)
    {
        limits.Count(dispatch.Chat, 1);
        return channel.Deliver(dispatch with { Act = Act.Say, Target = null }, CancellationToken.None);
    }

    private async Task<ReadOnlyMemory<byte>> Content(string file) =>
        (await store.Read((tx, stop) => Files.Load(tx, file, stop), CancellationToken.None))?.Content ?? default;

    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>> Contents(IReadOnlyList<Attachment> album)
    {
        var contents = new List<ReadOnlyMemory<byte>>(album.Count);
        foreach (var picture in album) contents.Add(await Content(picture.File));
        return contents;
    }
}
