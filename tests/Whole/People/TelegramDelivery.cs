using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>The person uses the messenger; the messenger delivers by webhook or on polling, with its own queues and repetitions.</summary>
public sealed class TelegramDelivery(HttpClient http, long person) : IDelivery
{
    public async Task Write(string text) => (await Post("text", new JsonObject { ["text"] = text })).Dispose();

    public async Task<string?> Press(int message, string data)
    {
        using var answer = await Post("press", new JsonObject { ["messageId"] = message, ["data"] = data });
        return (await answer.Content.ReadFromJsonAsync(TownJson.Default.PressView))!.Text;
    }

    private async Task<HttpResponseMessage> Post(string act, JsonObject what)
    {
        var answer = await http.PostAsJsonAsync($"/chat/api/{TelegramSide.Bot}/{person}/{act}", what, TownJson.Default.JsonObject);
        return answer.EnsureSuccessStatusCode();
    }
}
