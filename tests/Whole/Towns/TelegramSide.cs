using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Chat;
using Lavka.Simulator.Telegram.Control;

namespace Lavka.Whole;

/// <summary>What a test sees of the messenger, and the faults that it plans there.</summary>
public sealed class TelegramSide(HttpClient http)
{
    public const long Bot = 4200000001;

    /// <summary>The chat as it is shown now, with the messages whose buttons can be pressed.</summary>
    public async Task<ChatState> Chat(long person) => (await http.GetFromJsonAsync($"/sim/chat/{Bot}/{person}", TownJson.Default.ChatState))!;

    public async Task<IReadOnlyList<AcceptedCall>> Calls() => (await http.GetFromJsonAsync("/sim/calls", TownJson.Default.AcceptedCallArray))!;

    public async Task<IReadOnlyList<RefusedCall>> Refused() => (await http.GetFromJsonAsync("/sim/refused", TownJson.Default.RefusedCallArray))!;

    /// <summary>How many updates wait for the bot.</summary>
    public async Task<int> Pending() => (await http.GetFromJsonAsync($"/sim/queue?bot={Bot}", TownJson.Default.JsonObject))!["pending"]!.AsArray().Count;

    public async Task<long> NewPerson(string name)
    {
        var asked = new JsonObject { ["firstName"] = name, ["languageCode"] = "en" };
        using var answer = await http.PostAsJsonAsync("/chat/api/people", asked, TownJson.Default.JsonObject);
        return (await Checked(answer).Content.ReadFromJsonAsync(TownJson.Default.PersonView))!.Id;
    }

    /// <summary>From now on the bot may write to the person. The update that does it is an edit of an old message, which a shop ignores (shipping:A18).</summary>
    public async Task Introduce(long person)
    {
        using var answer = await http.PostAsJsonAsync("/sim/updates", new JsonObject { ["bot"] = Bot, ["update"] = RawUpdate.Edited(person) }, TownJson.Default.JsonObject);
        Checked(answer);
        await Until.True(async () => await Pending() == 0);
    }

    /// <summary>Puts an update of the test's own making on its way; Telegram delivers it.</summary>
    public async Task Enqueue(JsonObject update)
    {
        using var answer = await http.PostAsJsonAsync("/sim/updates", new JsonObject { ["bot"] = Bot, ["update"] = update }, TownJson.Default.JsonObject);
        Checked(answer);
    }

    public async Task Fails(string kind, string method, int times = 1)
    {
        using var answer = await http.PostAsJsonAsync("/sim/faults", new JsonObject { ["kind"] = kind, ["method"] = method, ["times"] = times }, TownJson.Default.JsonObject);
        Checked(answer);
    }

    /// <summary>The bytes of a file that was sent into a chat.</summary>
    public Task<byte[]> Download(FileView file) => http.GetByteArrayAsync(file.Url);

    internal static HttpResponseMessage Checked(HttpResponseMessage answer) => answer.EnsureSuccessStatusCode();
}
