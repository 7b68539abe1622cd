using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class CarrierClientTests : IDisposable
{
    private const string Missing = """{"errors":[{"error_type":"validation","error_code":"not_found","message":"No label."}]}""";

    private readonly Network _network = new();
    private readonly FakeClock _clock = new();
    private readonly LogLines _log = new();

    public void Dispose() => _network.Dispose();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://api.shipstation.com/v2")]
    [InlineData("http://127.0.0.1:5090/carrier/v2/")]
    public async Task the_carriers_are_asked_for_with_the_key_in_its_header(string api)
    {
        _network.Answers(Samples.Carriers("stamps_com", "ups"));
        var carriers = await Client(Samples.Settings with { ApiUrl = new Uri(api) }).Carriers(Ct);
        carriers.Select(carrier => (carrier.Id, carrier.Code)).ShouldBe([("se-1", "stamps_com"), ("se-2", "ups")]);
        _network.Calls.ShouldBe([new Network.Sent($"GET {api.TrimEnd('/')}/carriers", "carrier-key", null)]);
    }

    [Fact, Covers("shipping:E03", "shipping:E04")]
    public async Task rates_are_asked_of_every_carrier_that_customers_are_shown_and_are_good_for_an_hour()
    {
        _network.Answers(Samples.Carriers("stamps_com", "globalpost", "ups"))
            .Answers(Samples.Rates(Samples.Rate("ups", "ups_ground", 8), Samples.Rate("globalpost", "gp", 1), Samples.Rate("stamps_com", "usps_priority_mail", 9)));
        var offers = (await Client().Quote(Samples.Shipment, Ct)).ShouldBeOfType<Found<Offers>.Value>().Result;
        offers.Rates.Select(rate => rate.ServiceCode).ShouldBe(["usps_priority_mail", "ups_ground"]);
        offers.Expires.ShouldBe(_clock.GetUtcNow().AddHours(1));
        _network.Calls[1].Line.ShouldBe("POST https://api.shipstation.com/v2/rates");
        _network.Calls[1].Key.ShouldBe("carrier-key");
        JsonNode.Parse(_network.Calls[1].Body!)!["rate_options"]!["carrier_ids"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe(["se-1", "se-3"]);
    }

    [Theory, Covers("shipping:E01")]
    [InlineData("""{"carriers":[]}""")]
    [InlineData("""{"carriers":[{"carrier_id":"se-4","carrier_code":"globalpost"}]}""")]
    public async Task without_carriers_no_rates_are_asked_for_and_the_customer_is_told_kindly(string carriers)
    {
        _network.Answers(carriers).Answers(carriers);
        (await Client().Rates(Samples.Shipment, Ct)).ShouldBeOfType<Quotation.NoCarriers>();
        _log.Beginning("Warning").ShouldHaveSingleItem().ShouldContain("has no carriers");
        Refusal(await Client().Quote(Samples.Shipment, Ct)).ShouldContain("No carrier is available");
        _network.Calls.ShouldAllBe(call => call.Line.EndsWith("/carriers"));
    }

    [Fact]
    public async Task no_rates_and_refused_data_are_told_to_the_customer()
    {
        _network.Answers(Samples.Carriers("ups")).Answers(Samples.Rates())
            .Answers(Samples.Carriers("ups")).Answers(Samples.Error("validation", "invalid_address", "No such ZIP."), HttpStatusCode.BadRequest);
        Refusal(await Client().Quote(Samples.Shipment, Ct)).ShouldContain("no rate");
        _log.Beginning("Warning").ShouldHaveSingleItem();
        Refusal(await Client().Quote(Samples.Shipment, Ct)).ShouldContain("No such ZIP.");
    }

    [Fact]
    public async Task every_quote_asks_anew()
    {
        _network.Answers(Samples.Carriers("ups")).Answers(Samples.Rates(Samples.Rate("ups", "ups_ground", 8)))
            .Answers(Samples.Carriers("ups")).Answers(Samples.Rates(Samples.Rate("ups", "ups_ground", 9)));
        var client = Client();
        (await client.Rates(Samples.Shipment, Ct)).ShouldBeOfType<Quotation.Offered>().Offers.Rates.Single().CostCents.ShouldBe(8_00);
        (await client.Rates(Samples.Shipment, Ct)).ShouldBeOfType<Quotation.Offered>().Offers.Rates.Single().CostCents.ShouldBe(9_00);
    }

    [Fact]
    public async Task a_label_is_bought_under_our_own_id()
    {
        _network.Answers("""{"label_id":"se-1","tracking_number":"9400","shipment_cost":{"currency":"usd","amount":9},"label_download":{"href":"https://x/l.pdf"}}""");
        (await Client().Buy(Purchase(), Ct)).ShouldBe(new LabelOutcome.Bought(new Label("se-1", "9400", 9_00, "https://x/l.pdf")));
        var call = _network.Calls.ShouldHaveSingleItem();
        call.Line.ShouldBe("POST https://api.shipstation.com/v2/labels");
        call.Key.ShouldBe("carrier-key");
        JsonNode.Parse(call.Body!)!["shipment"]!["external_shipment_id"]!.GetValue<string>().ShouldBe("k7m2q9x4ab");
    }

    [Fact]
    public async Task a_purchase_whose_outcome_is_unknown_is_not_repeated_here()
    {
        _network.Fails(new TaskCanceledException("30 s are over")).Fails(new HttpRequestException("reset")).Answers("", HttpStatusCode.BadGateway);
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await Should.ThrowAsync<CarrierUnavailable>(() => Client().Buy(Purchase(), Ct));
            _network.Calls.Count.ShouldBe(attempt);
        }
    }

    [Fact]
    public async Task a_call_that_was_cancelled_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Client().Buy(Purchase(), stop.Token));
    }

    [Fact]
    public async Task a_label_is_looked_up_by_our_own_id()
    {
        _network.Answers(Missing, HttpStatusCode.NotFound);
        (await Client().Find("k7/m2", Ct)).ShouldBeNull();
        _network.Calls.ShouldBe([new Network.Sent("GET https://api.shipstation.com/v2/labels/external_shipment_id/k7%2Fm2", "carrier-key", null)]);
    }

    [Fact]
    public async Task a_pdf_is_downloaded_from_where_the_vendor_says_without_our_key()
    {
        var pdf = Encoding.ASCII.GetBytes("%PDF-1.7 label");
        _network.Answers(new ByteArrayContent(pdf));
        (await Client().Download("https://files.example/label.pdf", Ct)).ShouldBe(pdf);
        _network.Calls.ShouldBe([new Network.Sent("GET https://files.example/label.pdf", null, null)]);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://files.example/label.pdf")]
    [InlineData("/label.pdf")]
    [InlineData("label")]
    public async Task nothing_is_downloaded_from_outside_of_the_web(string url)
    {
        await Should.ThrowAsync<CarrierUnavailable>(() => Client().Download(url, Ct));
        _network.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_download_that_is_no_pdf_or_too_large_or_missing_is_tried_again_later()
    {
        _network.Answers("<html>").Answers("%PDF", HttpStatusCode.Gone)
            .Answers(new ByteArrayContent([.. "%PDF"u8, .. new byte[5 * 1024 * 1024]])).Answers(new Endless()).Answers("");
        for (var attempt = 1; attempt <= 5; attempt++) await Should.ThrowAsync<CarrierUnavailable>(() => Client().Download("https://x/l.pdf", Ct));
        _network.Calls.Count.ShouldBe(5);
    }

    [Fact]
    public void the_key_is_not_in_the_words_of_the_settings() => Samples.Settings.ToString().ShouldNotContain("carrier-key");

    private static BuyLabel Purchase() =>
        new(Samples.Shipment, new Rate("se-rate-7", "se-1", "stamps_com", Carrier.Usps, "usps_priority_mail", "Priority Mail", 9_00, 2, null), "k7m2q9x4ab");

    private static string Refusal(Found<Offers> found) => found.ShouldBeOfType<Found<Offers>.Refused>().Why.Plain(Language.En);

    private CarrierClient Client(CarrierSettings? settings = null) =>
        new(new HttpClient(_network, disposeHandler: false), settings ?? Samples.Settings, _clock, _log.For<CarrierClient>());

    /// <summary>A file that does not say how long it is and does not end.</summary>
    private sealed class Endless : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            while (true) await stream.WriteAsync(new byte[64 * 1024]);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
