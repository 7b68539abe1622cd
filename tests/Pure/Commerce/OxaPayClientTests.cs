using System.Net;
using Lavka.Commerce;
using Lavka.Commerce.OxaPay;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Commerce;

public sealed class OxaPayClientTests
{
    private static readonly InvoiceRequest Request = new(PaymentId.New(), new Money(25_00, Currency.Usd), "Balance");

    [Theory, Covers("shipping:D03")]
    [InlineData("https://api.oxapay.com", "https://api.oxapay.com/v1/payment/invoice")]
    [InlineData("http://127.0.0.1:5090/oxapay", "http://127.0.0.1:5090/oxapay/v1/payment/invoice")]
    [InlineData("http://127.0.0.1:5090/oxapay/", "http://127.0.0.1:5090/oxapay/v1/payment/invoice")]
    public async Task an_invoice_is_posted_with_the_key_in_its_header(string api, string address)
    {
        var network = new Network((_, _) => Task.FromResult(Answer(HttpStatusCode.OK, """{"data":{"track_id":"007","payment_url":"https://pay","expired_at":1734546589}}""")));
        var invoice = await Client(network, api).CreateInvoice(Request, TestContext.Current.CancellationToken);
        invoice.ShouldBeOfType<Invoice.Issued>().TrackId.ShouldBe("007");
        network.Last!.Method.ShouldBe(HttpMethod.Post);
        network.Last.RequestUri!.AbsoluteUri.ShouldBe(address);
        network.Last.Headers.GetValues("merchant_api_key").ShouldBe(["merchant-key"]);
    }

    [Theory]
    [InlineData("https://shop.example")]
    [InlineData("https://shop.example/")]
    public void the_address_of_notifications_has_one_slash_between_its_parts(string publicUrl) =>
        PaymentNotifications.Address(new Uri(publicUrl), "oxapay", "labels").AbsoluteUri.ShouldBe("https://shop.example/hooks/pay/oxapay/labels");

    [Fact, Covers("shipping:D12")]
    public async Task a_payment_is_asked_for_by_its_track_id_as_it_was_given()
    {
        var network = new Network((_, _) => Task.FromResult(Answer(HttpStatusCode.OK, """{"data":{"track_id":"007","status":"paid"}}""")));
        (await Client(network).Inquire("007", TestContext.Current.CancellationToken)).ShouldBeOfType<Inquiry.Found>();
        network.Last!.RequestUri!.AbsolutePath.ShouldBe("/v1/payment/007");
    }

    [Fact]
    public async Task a_provider_that_cannot_be_reached_or_is_slow_is_unavailable()
    {
        var ct = TestContext.Current.CancellationToken;
        (await Client(new Network((_, _) => throw new HttpRequestException("no route"))).CreateInvoice(Request, ct)).ShouldBeOfType<Invoice.Unavailable>();
        (await Client(new Network((_, _) => throw new TaskCanceledException("time limit"))).Inquire("1", ct)).ShouldBeOfType<Inquiry.Unavailable>();
    }

    [Fact]
    public async Task a_cancelled_call_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Client(new Network((_, ct) => Task.FromCanceled<HttpResponseMessage>(ct))).Inquire("1", stop.Token));
    }

    private static Client Client(Network network, string api = "https://api.oxapay.com") =>
        new(new HttpClient(network), new OxaPaySettings("merchant-key", new Uri("https://shop.example/hook"), new Uri("https://t.me/bot")) { Api = new Uri(api) });

    private static HttpResponseMessage Answer(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body) };

    private sealed class Network(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        public HttpRequestMessage? Last { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            Last = request;
            return answer(request, ct);
        }
    }
}
