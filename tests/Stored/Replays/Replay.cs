using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lavka.Commerce;
using Lavka.Stored.Bot;
using Lavka.Stored.Shops.Shipping;
using Lavka.Talk;

namespace Lavka.Stored.Replays;

/// <summary>
/// Plays the person's side of a recording against the real shop on a store, and writes down what the bot says. The carrier is the simulator's, so that rates are those
/// of the recording. An invoice is paid when the recorded bot says that it was.
/// </summary>
internal sealed partial class Replay
{
    private readonly LabelShop _shop;
    private readonly Guest<Desk> _person;
    private readonly List<JsonObject> _today = [];
    private readonly Dictionary<int, (string Says, string Buttons)> _standing = [];
    private int _calls;
    private int _notes;

    private Replay(LabelShop shop, Recording recording)
    {
        _shop = shop;
        _person = new Guest<Desk>(shop.Floor, "7") { Person = new Person("7", recording.Name, null, recording.Language) };
    }

    /// <summary>The whole talk as it goes today.</summary>
    public static async Task<Recording> Of(Recording recording)
    {
        await using var carrier = await SimulatedCarrier.Start();
        await using var shop = await LabelShop.Open(carrier.Handler);
        var replay = new Replay(shop, recording);
        for (var at = 0; at < recording.Events.Count; at++)
        {
            if ((string?)recording.Events[at]["from"] == "bot") continue;
            replay._today.Add(recording.Events[at].DeepClone().AsObject());
            await replay.Act(recording.Events[at]);
            await replay.Hear();
            foreach (var told in recording.Events.Skip(at + 1).TakeWhile(next => (string?)next["from"] == "bot")) await replay.Pay((string?)told["says"] ?? "");
        }
        return recording with { Events = replay._today };
    }

    private async Task Act(JsonObject happened)
    {
        if (happened["seconds"] is { } seconds) _shop.Floor.Temp.Clock.Advance(TimeSpan.FromSeconds((long)seconds));
        else if (Happening(happened) is { } what) await _person.Does(what);
        else _today.Add(new JsonObject { ["from"] = "bot", ["notes"] = "there is no such button any more" });
        await _shop.Floor.WorkAndDeliver();
    }

    private Happening? Happening(JsonObject happened) =>
        happened["wrote"] is { } wrote ? new Happening.Wrote((string)wrote!)
        : happened["pressed"] is { } label ? Press(Told.Masked((string)label!), (int)happened["on"]!)
        : happened["blocks"] is { } blocks ? (bool)blocks ? new Happening.Left() : new Happening.Returned()
        : happened["edits"] is { } edited ? new Happening.Edited(edited.ToString())
        : new Happening.Sent((string?)happened["sent"] ?? "contact", new Media((string?)happened["sent"] ?? "contact", "file"), (string?)happened["caption"]);

    private Happening.Pressed? Press(string label, int on)
    {
        // Who writes a recording by hand counts no messages: 0 is the last one that has the button.
        if (on == 0) _today[^1]["on"] = on = _person.Chat.Select((shown, at) => (shown, at)).LastOrDefault(pair => Key(pair.shown, label) is not null).at + 1;
        return _person.Chat.ElementAtOrDefault(on - 1) is { } shown && Key(shown, label) is { } key ? new Happening.Pressed(key.Data!, "q", shown.Id) : null;
    }

    private static Key? Key(FakeMessenger.Shown shown, string label) =>
        shown.Message.Rows.SelectMany(row => row).FirstOrDefault(key => key.Data is not null && Told.Masked(key.Label) == label);

    /// <summary>What the bot did since the last time, notes first: they travel beside the messages.</summary>
    private Task Hear()
    {
        foreach (var note in _shop.Floor.Messenger.Notes.Skip(_notes).OfType<string>()) _today.Add(new JsonObject { ["from"] = "bot", ["notes"] = note });
        _notes = _shop.Floor.Messenger.Notes.Count;
        foreach (var call in _shop.Floor.Messenger.Calls.Skip(_calls).Where(call => call.Chat == "7")) Hear(call);
        _calls = _shop.Floor.Messenger.Calls.Count;
        return Task.CompletedTask;
    }

    private void Hear(Dispatch call)
    {
        var number = call.Act is Lavka.Talk.Act.Say ? _standing.Count + 1 : NumberOf(call.Target!);
        var (says, rows) = (Plain(call.Message.Html), Rows(call.Message));
        if (call.Act is Lavka.Talk.Act.Strip) (says, rows) = (_standing[number].Says, []);
        var isNew = !_standing.TryGetValue(number, out var before);
        if (!isNew && before == (says, rows.ToJsonString())) return;
        _standing[number] = (says, rows.ToJsonString());
        var told = new JsonObject { ["from"] = "bot", [isNew ? "message" : "edits"] = number, ["says"] = says, ["buttons"] = rows };
        if (call.Message.File is { } file) (told["sent"], told["file"]) = ("document", file.Name);
        if (isNew && call.Message.AwaitsText) told["invites"] = call.Message.Placeholder ?? "";
        _today.Add(told);
    }

    private int NumberOf(string id) => _person.Chat.Select((shown, at) => (shown.Id, at)).First(pair => pair.Id == id).at + 1;

    private async Task Pay(string says)
    {
        if (Credited().Match(says) is not { Success: true } credited) return;
        await _shop.Pays(_shop.Provider.NextTrack, decimal.Parse(credited.Groups["amount"].Value.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));
        _shop.Provider.NextTrack += "1";
        await Hear();
    }

    private static JsonArray Rows(Message message) => [.. message.Rows.Select(row => new JsonArray([.. row.Select(key => (JsonNode)key.Label)]))];

    private static string Plain(string html) => WebUtility.HtmlDecode(Mark().Replace(html, ""));

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"(Credited|Зачислено): \$(?<amount>[0-9.,\u00a0]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Credited();
}
