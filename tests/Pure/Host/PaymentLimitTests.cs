using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

/// <summary>The limit on payment notifications at the host's own door; two calls a minute are allowed here.</summary>
public sealed class PaymentLimitTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await RunningHost.Start(Ct, ("PaymentHooks__MaxRequests", "2"));

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact, Covers("vpn:S-09")]
    public async Task who_sends_too_many_is_told_when_to_come_again_and_the_store_is_not_asked()
    {
        foreach (var track in new[] { 1, 2 }) (await Status(Paid(track))).ShouldBe(HttpStatusCode.OK);

        // Whoever asks the store now is answered 503.
        await using (await _host.HoldStore(Ct))
        {
            using var refused = await _host.Pay(Paid(3), Ct);

            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
            refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Ct))!;
            ((int?)problem["status"]).ShouldBe(429);
            ((string?)problem["title"]).ShouldBe("Too many calls from this address");
        }

        (await _host.Notifications(Ct)).ShouldBe(2);
        var metrics = await _host.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative), Ct);
        metrics.ShouldContain("""lavka_rate_limit_payment_calls_total{outcome="allowed"} 2""");
        metrics.ShouldContain("""lavka_rate_limit_payment_calls_total{outcome="rejected"} 1""");
    }

    [Fact, Covers("vpn:S-09")]
    public async Task what_is_signed_wrongly_or_names_no_shop_counts_too_and_the_messenger_is_not_concerned()
    {
        using var forged = await _host.Pay(Paid(1), Ct, signature: "00");
        using var lost = await _host.Pay(Paid(1), Ct, path: "/hooks/pay/oxapay/flats");
        (forged.StatusCode, lost.StatusCode).ShouldBe((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound));

        (await Status(Paid(1))).ShouldBe(HttpStatusCode.TooManyRequests);

        foreach (var id in new[] { 1, 2, 3 })
        {
            using var update = await _host.Update(Updates.Start(id), Written.Secret, Ct);
            update.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact, Covers("vpn:S-09")]
    public async Task another_address_is_not_affected_and_what_was_refused_at_one_is_kept_once_when_it_comes_from_another()
    {
        foreach (var track in new[] { 1, 2 }) (await Status(Paid(track))).ShouldBe(HttpStatusCode.OK);
        (await Status(Paid(3))).ShouldBe(HttpStatusCode.TooManyRequests);
        using var another = From(IPAddress.Parse("127.0.0.2"));

        foreach (var _ in new[] { 1, 2 })
        {
            using var taken = await _host.Pay(Paid(3), Ct, http: another);
            taken.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await _host.Notifications(Ct)).ShouldBe(3);
        (await Status(Paid(4))).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact, Covers("vpn:S-09")]
    public async Task the_body_of_one_too_many_is_not_even_asked_for()
    {
        using var http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = _host.Http.BaseAddress };

        (await Offer()).ShouldBe((HttpStatusCode.Unauthorized, true));
        (await Offer()).ShouldBe((HttpStatusCode.Unauthorized, true));
        (await Offer()).ShouldBe((HttpStatusCode.TooManyRequests, false));

        async Task<(HttpStatusCode Status, bool WasAskedFor)> Offer()
        {
            using var body = new AskedContent();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/pay/oxapay/labels") { Content = body, Headers = { ExpectContinue = true } };
            using var answer = await http.SendAsync(request, Ct);
            return (answer.StatusCode, body.WasAskedFor);
        }
    }

    private static string Paid(int track) => string.Create(CultureInfo.InvariantCulture, $$"""{"track_id":"{{track}}","status":"Paid","type":"invoice","amount":10,"value":10.02}""");

    private async Task<HttpStatusCode> Status(string notification)
    {
        using var answer = await _host.Pay(notification, Ct);
        return answer.StatusCode;
    }

    private HttpClient From(IPAddress address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (call, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(call.DnsEndPoint, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    }) { BaseAddress = _host.Http.BaseAddress };

    /// <summary>A body that is sent only when the other side asks for it.</summary>
    private sealed class AskedContent : HttpContent
    {
        // One of less than 1 KiB the client sends all the same.
        private const int Length = 4096;

        public bool WasAskedFor { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            WasAskedFor = true;
            return stream.WriteAsync(new byte[Length], Ct).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = Length;
            return true;
        }
    }
}
