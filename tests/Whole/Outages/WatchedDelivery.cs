using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>Posts each update again and again until the host has it, and notes every answer: what it was and how long it took.</summary>
internal sealed class WatchedDelivery(HttpClient host, long person, ConcurrentQueue<Answer> answers) : IDelivery
{
    /// <summary>Much less than Telegram waits, and enough for the host not to be busy with refusals alone.</summary>
    private static readonly TimeSpan BetweenDeliveries = TimeSpan.FromMilliseconds(100);

    private readonly RawDelivery _numbers = new(host, person);

    public Task Write(string text) => UntilTaken(RawUpdate.Wrote(_numbers.NextId(), person, text));

    public async Task<string?> Press(int message, string data)
    {
        await UntilTaken(RawUpdate.Pressed(_numbers.NextId(), person, message, data));
        return null;
    }

    private Task UntilTaken(JsonObject update) => Until.True(async () =>
    {
        if ((await Post(update)).Status is HttpStatusCode.OK) return true;
        await Task.Delay(BetweenDeliveries);
        return false;
    }, "the host takes an update");

    /// <summary>One delivery of an update that nobody has to answer: an old message was edited.</summary>
    public async Task<Answer> Knock()
    {
        var update = RawUpdate.Edited(person);
        update["update_id"] = _numbers.NextId();
        return await Post(update);
    }

    private async Task<Answer> Post(JsonObject update)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/telegram/{TownPlan.Shop}") { Content = JsonContent.Create(update, TownJson.Default.JsonObject) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TownPlan.Secret);
        using var response = await host.SendAsync(request);
        var answer = new Answer(response.StatusCode, Stopwatch.GetElapsedTime(began), response.Headers.RetryAfter?.Delta);
        answers.Enqueue(answer);
        return answer;
    }
}
