using System.Net.Mime;
using System.Net.Sockets;
using System.Text;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>Offers updates over HTTP: keep-alive, no redirects, a minute of patience.</summary>
public sealed class WebhookClient : IDisposable
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private readonly Webhook _webhook;
    private readonly HttpClient _http;

    public WebhookClient(Webhook webhook)
    {
        _webhook = webhook;
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
                return new DeliveryAttempt.Failed(Reason(response), (int)response.StatusCode, RetryAfter(response));
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new DeliveryAttempt.Taken(response.Content.Headers.ContentType?.ToString(), body);
        }
        catch (HttpRequestException failure)
        {
            return new DeliveryAttempt.Failed(Reason(failure), Status: null, RetryAfter: null);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryAttempt.Failed("Read timeout expired", Status: null, RetryAfter: null);
        }
    }

    public void Dispose() => _http.Dispose();

    private static string Reason(HttpResponseMessage response) => $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";

    private static string Reason(HttpRequestException failure) => failure.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
        ? "Connection refused"
        : "Connection closed";

    /// <summary>Whole seconds only; Telegram does not read a date.</summary>
    private static int? RetryAfter(HttpResponseMessage response) => (int?)response.Headers.RetryAfter?.Delta?.TotalSeconds;
}
