using System.Net.Mime;
using System.Net.Sockets;
using System.Text;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>Offers updates over HTTP: keep-alive, no redirects, a minute of patience.</summary>
public sealed class WebhookClient : IDisposable
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private readonly Webhook _webhook;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    public WebhookClient(Webhook webhook, TimeProvider time)
    {
        (_webhook, _time) = (webhook, time);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = webhook.MaxConnections })
        {
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public async Task<DeliveryAttempt> Offer(PendingUpdate update, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _webhook.Url);
        request.Content = new StringContent(update.Json, Encoding.UTF8, MediaTypeNames.Application.Json);
        if (_webhook.SecretToken is { } secret)
            request.Headers.Add(SecretHeader, secret);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return new DeliveryAttempt.Failed(Reason(response), RetryAfter(response), ConnectionLost: false);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new DeliveryAttempt.Taken(response.Content.Headers.ContentType?.ToString(), body);
        }
        catch (HttpRequestException failure)
        {
            return new DeliveryAttempt.Failed(Reason(failure), RetryAfter: null, ConnectionLost: true);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryAttempt.Failed("Read timeout expired", RetryAfter: null, ConnectionLost: true);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Reason(HttpResponseMessage response) => $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";

    private static string Reason(HttpRequestException failure) => failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
        ? "Connection refused"
        : "Connection closed";

    private TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta ?? (response.Headers.RetryAfter?.Date - _time.GetUtcNow());
}
