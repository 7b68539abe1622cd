using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>What a test sees of the carrier, in the carrier's own words, and the faults that it plans there.</summary>
public sealed class CarrierSide(HttpClient http)
{
    /// <summary>Every label that was ever bought.</summary>
    public async Task<IReadOnlyList<JsonObject>> Labels() => Objects(await http.GetFromJsonAsync("/sim/carrier/labels", TownJson.Default.JsonArray));

    /// <summary>Every request to a path that begins so, the oldest first.</summary>
    public async Task<IReadOnlyList<JsonObject>> Requests(string method, string path) =>
        [.. Objects(await http.GetFromJsonAsync("/sim/carrier/requests", TownJson.Default.JsonArray))
            .Where(request => (string?)request["method"] == method && ((string)request["path"]!).StartsWith("/carrier/v2" + path, StringComparison.Ordinal))];

    /// <summary>Plans a fault for the next requests to a path: "500", "429", "slow", "lose", "funds", "address".</summary>
    public async Task Fails(string kind, string path, string? method = null, int times = 1, double? seconds = null)
    {
        var fault = new JsonObject { ["kind"] = kind, ["path"] = path, ["times"] = times };
        if (method is not null) fault["method"] = method;
        if (seconds is { } slow) fault["seconds"] = slow;
        using var answer = await http.PostAsJsonAsync("/sim/carrier/faults", fault, TownJson.Default.JsonObject);
        answer.EnsureSuccessStatusCode();
    }

    private static IReadOnlyList<JsonObject> Objects(JsonArray? array) => [.. array!.Select(item => item!.AsObject())];
}
