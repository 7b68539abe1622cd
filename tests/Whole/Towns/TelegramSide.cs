using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Chat;
using Lavka.Simulator.Telegram.Control;

namespace Lavka.Whole;

/// <summary>What a test sees of the messenger, and the faults that it plans there.</summary>
public sealed class TelegramSide(HttpClient http)
{
    public const long Bot = 4200000001;
    public const long John = 1002;

    /// <summary>The chat as it is shown now, with the messages whose buttons can be pressed.</summary>
    public async Task<ChatState> Chat(long person) => (await http.GetFromJsonAsync($"/sim/chat/{Bot}/{person}", TownJson.Default.ChatState))!;

    /// <summary>Every call that was carried out after the one with this number.</summary>
    public async Task<IReadOnlyList<AcceptedCall>> Calls(long after = 0) =>
        (await http.GetFromJsonAsync(FormattableString.Invariant($"/sim/calls?after={after}"), TownJson.Default.AcceptedCallArray))!;

    /// <summary>Every text that the bot sent to a person as a new message, the oldest first; edits are not among them.</summary>
    public async Task<IReadOnlyList<string>> Sent(long person) =>
        [.. (await Calls()).Where(call => call.Method == "sendMessage" && call.ChatId == person).Select(call => (string)call.Parameters["text"]!)];

    /// <summary>The numbered questions among them.</summary>
    public async Task<IReadOnlyList<string>> Prompts(long person) => [.. (await Sent(person)).Where(text => text.Contains("Step ", StringComparison.Ordinal))];

    /// <summary>Every text that a person was shown, in new messages and in edits.</summary>
    public async Task<IReadOnlyList<string>> Shown(long person) =>
        [.. (await Calls()).Where(call => call.ChatId == person).Select(call => (string?)call.Parameters["text"]).OfType<string>()];

    /// <summary>
    /// What Telegram would not do. Taking buttons from a message that lost them already is not counted: it happens when a person presses
    /// before the host has noted the number of his message.
    /// </summary>
    public async Task<IReadOnlyList<RefusedCall>> Refused() =>
        [.. (await AllRefused()).Where(call => !call.Description.Contains("message is not modified", StringComparison.Ordinal))];

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
        await Enqueue(RawUpdate.Edited(person));
        await Until.True(async () => await Pending() == 0);
    }

    /// <summary>Puts an update of the test's own making on its way; Telegram delivers it.</summary>
    public async Task Enqueue(JsonObject update)
    {
        using var answer = await http.PostAsJsonAsync("/sim/updates", new JsonObject { ["bot"] = Bot, ["update"] = update }, TownJson.Default.JsonObject);
        Checked(answer);
    }

    /// <summary>Plans a fault for the next calls of a method: "429", "403", "500", "slow", "lose".</summary>
    public Task Fails(string kind, string method, int times = 1) => Plan(new JsonObject { ["kind"] = kind, ["method"] = method, ["times"] = times });

    /// <summary>The same with every call but getUpdates, until <see cref="Recovers"/>.</summary>
    public Task FailsAll(string kind) => Plan(new JsonObject { ["kind"] = kind, ["times"] = 0 });

    /// <summary>Nothing goes wrong any more.</summary>
    public async Task Recovers()
    {
        using var answer = await http.DeleteAsync("/sim/faults");
        Checked(answer);
    }

    /// <summary>Every call that was refused, for whatever reason.</summary>
    public async Task<IReadOnlyList<RefusedCall>> AllRefused() => (await http.GetFromJsonAsync("/sim/refused", TownJson.Default.RefusedCallArray))!;

    /// <summary>From now on so many of a hundred calls (or updates, for "duplicate") meet a fault, until <see cref="Heals"/>.</summary>
    public Task FailsNowAndThen(string kind, double ofHundred) => Plan(new JsonObject { ["kind"] = kind, ["times"] = 0, ["probability"] = ofHundred / 100 });

    /// <summary>How often the faults have struck, by kind, and from now on none does.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Heals()
    {
        var struck = (await http.GetFromJsonAsync("/sim/faults", TownJson.Default.JsonArray))!.ToDictionary(fault => (string)fault!["kind"]!, fault => (int)fault!["struck"]!);
        await Recovers();
        return struck;
    }

    /// <summary>The person blocks the bot, or lets it write again.</summary>
    public async Task Blocks(long person, bool isBlocked)
    {
        using var answer = await http.PostAsJsonAsync($"/chat/api/{Bot}/{person}/block", new JsonObject { ["blocked"] = isBlocked }, TownJson.Default.JsonObject);
        Checked(answer);
    }

    /// <summary>Whether the bot is given updates of this kind, as it told Telegram.</summary>
    public async Task<bool> Wants(JsonObject update)
    {
        using var answer = await http.PostAsJsonAsync("/sim/updates", new JsonObject { ["bot"] = Bot, ["update"] = update }, TownJson.Default.JsonObject);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>The bytes of a file that was sent into a chat.</summary>
    public Task<byte[]> Download(FileView file) => http.GetByteArrayAsync(file.Url);

    private async Task Plan(JsonObject fault)
    {
        using var answer = await http.PostAsJsonAsync("/sim/faults", fault, TownJson.Default.JsonObject);
        Checked(answer);
    }

    internal static HttpResponseMessage Checked(HttpResponseMessage answer) => answer.EnsureSuccessStatusCode();
}
