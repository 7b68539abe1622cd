using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Lavka.Simulator.OxaPay.Invoices;

namespace Lavka.Simulator.OxaPay.Notifications;

/// <summary>
/// Brings notifications to the shop's callback address and tries again by the vendor's timetable until the shop answers 200 and <c>ok</c>.
/// The last notification of each invoice is kept, so that it can be sent once more on request.
/// </summary>
public sealed class Courier(IHttpClientFactory clients, AttemptLog log, Schedule schedule, OxaPaySettings settings, TimeProvider time)
{
    public const string Client = "oxapay";

    private readonly ConcurrentDictionary<string, Notification> _last = new(StringComparer.Ordinal);

    /// <summary>Completes after the first attempt, however it ended. An invoice without a callback address is told to nobody.</summary>
    public Task Deliver(Invoice invoice, CancellationToken stop)
    {
        if (invoice.Terms.CallbackUrl is not { } url)
            return Task.CompletedTask;
        var notification = _last[invoice.TrackId] = Notification.Of(invoice, url, settings.MerchantKey);
        return Try(notification, 1, stop);
    }

    /// <summary>Sends the invoice's last notification once more, as a duplicate; false when there was none.</summary>
    public bool Repeat(string trackId)
    {
        if (!_last.TryGetValue(trackId, out var notification))
            return false;
        schedule.In(TimeSpan.Zero, stop => Try(notification, 1, stop));
        return true;
    }

    public void Clear() => _last.Clear();

    private async Task Try(Notification notification, int number, CancellationToken stop)
    {
        var attempt = await Post(notification, number, stop);
        if (!attempt.Delivered && number <= settings.RetryDelays.Count)
            schedule.In(settings.RetryDelays[number - 1], later => Try(notification, number + 1, later));
        // Logged last: whoever sees the attempt may turn the clock and finds the next one waiting.
        log.Add(attempt);
    }

    private async Task<Attempt> Post(Notification notification, int number, CancellationToken stop)
    {
        var attempt = new Attempt(
            notification.TrackId, notification.Status, number, time.GetUtcNow().ToUnixTimeMilliseconds(), notification.Url,
            Encoding.UTF8.GetString(notification.Body), notification.Signature, Delivered: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, notification.Url) { Content = new ByteArrayContent(notification.Body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("HMAC", notification.Signature);
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.SendAsync(request, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            var delivered = answer.StatusCode == HttpStatusCode.OK && text is "ok";
            return attempt with { Delivered = delivered, AnswerStatus = (int)answer.StatusCode, Answer = text };
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !stop.IsCancellationRequested))
        {
            return attempt with { Error = failure.Message };
        }
    }
}
