using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace Lavka.Whole;

/// <summary>The test itself posts a person's updates to the webhook, with numbers far from those of the simulator.</summary>
public sealed class RawDelivery(HttpClient host, long person) : IDelivery
{
    private long _last = 900_000_000 + (person * 10_000);

    public long Person => person;

    public long NextId() => Interlocked.Increment(ref _last);

    public async Task Write(string text) => (await Post(RawUpdate.Wrote(NextId(), person, text))).ShouldBe(HttpStatusCode.OK);

    /// <summary>Nobody answers here: the messenger of the simulator does not know of this press.</summary>
    public async Task<string?> Press(int message, string data)
    {
        (await Post(RawUpdate.Pressed(NextId(), person, message, data))).ShouldBe(HttpStatusCode.OK);
        return null;
    }

    /// <summary>One delivery of an update; says what the host answered.</summary>
    public Task<HttpStatusCode> Post(JsonObject update) => Post(update, TownPlan.Secret);

    /// <summary>The same with another secret, or with none.</summary>
    public async Task<HttpStatusCode> Post(JsonObject update, string? secret, string shop = TownPlan.Shop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/telegram/{shop}") { Content = JsonContent.Create(update, TownJson.Default.JsonObject) };
        if (secret is not null) request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        using var answer = await host.SendAsync(request);
        return answer.StatusCode;
    }
}
