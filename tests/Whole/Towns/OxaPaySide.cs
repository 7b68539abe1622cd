using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>What a test sees of the payment provider, in the provider's own words, and the payer.</summary>
public sealed class OxaPaySide(HttpClient http)
{
    public async Task<IReadOnlyList<JsonObject>> Invoices() => Objects(await http.GetFromJsonAsync("/sim/oxapay/invoices", TownJson.Default.JsonArray));

    /// <summary>Every attempt to tell the shop something, with the shop's answer.</summary>
    public async Task<IReadOnlyList<JsonObject>> Notifications() => Objects(await http.GetFromJsonAsync("/sim/oxapay/notifications", TownJson.Default.JsonArray));

    /// <summary>The track id of the invoice that was made last.</summary>
    public async Task<string> LatestInvoice() =>
        await Until.Found(async () => (string?)(await Invoices()).LastOrDefault()?["track_id"], () => Task.FromResult("an invoice is made"));

    /// <summary>The payer sends coins: "exactly", "less", "under", "more", or lets it "expire".</summary>
    public Task Pay(string trackId, string how = "exactly") => Post($"/sim/oxapay/invoices/{trackId}/pay", new JsonObject { ["how"] = how });

    /// <summary>The payer pays, and the provider has the money.</summary>
    public async Task IsPaid(string trackId)
    {
        await Pay(trackId);
        await Until.True(async () => (await Invoices()).Any(invoice => (string?)invoice["track_id"] == trackId && (string?)invoice["status"] == "paid"));
    }

    /// <summary>The provider gives the payer his money back.</summary>
    public Task Return(string trackId) => Post($"/sim/oxapay/invoices/{trackId}/return", []);

    /// <summary>Plans a fault for the next requests, whatever they ask: "500", "slow", "lose".</summary>
    public Task Fails(string kind, int times = 1, double seconds = 5) =>
        Post("/sim/oxapay/faults", new JsonObject { ["kind"] = kind, ["times"] = times, ["seconds"] = seconds });

    private async Task Post(string path, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(path, body, TownJson.Default.JsonObject);
        answer.EnsureSuccessStatusCode();
    }

    private static IReadOnlyList<JsonObject> Objects(JsonArray? array) => [.. array!.Select(item => item!.AsObject())];
}
