using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Carrier;

public sealed class LabelTests
{
    [Fact]
    public async Task A_quoted_rate_buys_a_label_at_exactly_that_price()
    {
        await using var carrier = await CarrierHost.Start();
        var rate = (await carrier.Rates()).First(one => (string)one!["service_code"]! is "usps_priority_mail")!;
        var request = Sample.Label(service: "usps_priority_mail");
        request["rate_id"] = (string)rate["rate_id"]!;
        var label = await carrier.Post("/carrier/v2/labels", request);
        label.Status.ShouldBe(200);
        ((string)label.Body["status"]!).ShouldBe("completed");
        ((decimal)label.Body["shipment_cost"]!["amount"]!).ShouldBe((decimal)rate["shipping_amount"]!["amount"]!);
        ((string)label.Body["external_shipment_id"]!).ShouldBe("ORDER-1");
        ((string)label.Body["tracking_number"]!).Length.ShouldBe(22);
        (await Balance(carrier)).ShouldBe(500m - (decimal)label.Body["shipment_cost"]!["amount"]!);
    }

    [Fact]
    public async Task A_label_is_found_by_its_id_and_by_the_shops_id()
    {
        await using var carrier = await CarrierHost.Start();
        var label = (await carrier.Post("/carrier/v2/labels", Sample.Label("order 1"))).Body;
        var byId = await carrier.Get($"/carrier/v2/labels/{label["label_id"]}");
        var byExternal = await carrier.Get("/carrier/v2/labels/external_shipment_id/order%201");
        JsonNode.DeepEquals(byId.Body, label).ShouldBeTrue();
        JsonNode.DeepEquals(byExternal.Body, label).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/carrier/v2/labels/se-0")]
    [InlineData("/carrier/v2/labels/external_shipment_id/none")]
    [InlineData("/carrier/v2/downloads/se-0.pdf")]
    public async Task An_unknown_label_is_the_vendors_404(string path)
    {
        await using var carrier = await CarrierHost.Start();
        var answer = await carrier.Get(path);
        answer.Status.ShouldBe(404);
        answer.ErrorCode.ShouldBe("not_found");
    }

    [Fact]
    public async Task Of_many_purchases_with_one_external_id_exactly_one_is_sold()
    {
        await using var carrier = await CarrierHost.Start();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => carrier.Post("/carrier/v2/labels", Sample.Label())));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Status == 409 && answer.ErrorCode == "identifier_conflict");
        (await Sold(carrier)).ShouldBe(1);
        var cost = (decimal)answers.Single(answer => answer.Status == 200).Body["shipment_cost"]!["amount"]!;
        (await Balance(carrier)).ShouldBe(500m - cost);
    }

    [Fact]
    public async Task An_unknown_rate_is_refused()
    {
        await using var carrier = await CarrierHost.Start();
        var request = Sample.Label();
        request["rate_id"] = "se-1";
        (await carrier.Post("/carrier/v2/labels", request)).ErrorCode.ShouldBe("invalid_identifier");
    }

    [Fact]
    public async Task An_expired_rate_is_refused_and_nothing_is_sold()
    {
        await using var carrier = await CarrierHost.Start(("Carrier:RateLifetime", "00:00:00"));
        var request = Sample.Label(service: "usps_first_class_mail");
        request["rate_id"] = (string)(await carrier.Rates())[0]!["rate_id"]!;
        var answer = await carrier.Post("/carrier/v2/labels", request);
        (answer.Status, answer.ErrorCode).ShouldBe((400, "invalid_status"));
        (await Sold(carrier)).ShouldBe(0);
    }

    [Theory]
    [InlineData("usps_media_mail", 2.5)]
    [InlineData("usps_ground_advantage", 3)]
    public async Task A_rate_buys_only_what_it_was_quoted_for(string service, double pounds)
    {
        await using var carrier = await CarrierHost.Start();
        var rate = (await carrier.Rates()).First(one => (string)one!["service_code"]! is "usps_ground_advantage")!;
        var request = Sample.Label(service: service);
        request["rate_id"] = (string)rate["rate_id"]!;
        request["shipment"]!["packages"]![0]!["weight"]!["value"] = pounds;
        (await carrier.Post("/carrier/v2/labels", request)).ErrorCode.ShouldBe("identifiers_must_match");
    }

    [Theory]
    [InlineData("label_layout", "a4")]
    [InlineData("label_format", "zpl")]
    [InlineData("label_download_type", "inline")]
    [InlineData("label_size", "4x6")]
    public async Task A_faulty_order_for_a_label_is_refused(string field, string value)
    {
        await using var carrier = await CarrierHost.Start();
        var request = Sample.Label();
        request[field] = value;
        var answer = await carrier.Post("/carrier/v2/labels", request);
        answer.Status.ShouldBe(400);
        answer.ErrorFields.Single().ShouldEndWith(field);
    }

    [Fact]
    public async Task An_empty_wallet_refuses_and_keeps_the_external_id_free()
    {
        await using var carrier = await CarrierHost.Start();
        var dear = Sample.Label(service: "usps_priority_mail_express");
        dear["shipment"]!["packages"]![0]!["weight"]!["value"] = 70;
        var sold = 0;
        while (true)
        {
            dear["shipment"]!["external_shipment_id"] = $"O-{sold}";
            var answer = await carrier.Post("/carrier/v2/labels", dear);
            if (answer.Status != 200)
            {
                (answer.Status, answer.ErrorCode).ShouldBe((400, "insufficient_funds"));
                break;
            }
            sold++;
        }
        sold.ShouldBe(2);
        (await carrier.Post("/carrier/v2/labels", Sample.Label("O-2"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_label_is_voided_once_and_its_money_comes_back()
    {
        await using var carrier = await CarrierHost.Start();
        var label = (await carrier.Post("/carrier/v2/labels", Sample.Label())).Body;
        var first = await carrier.Send(HttpMethod.Put, $"/carrier/v2/labels/{label["label_id"]}/void");
        var second = await carrier.Send(HttpMethod.Put, $"/carrier/v2/labels/{label["label_id"]}/void");
        ((bool)first.Body["approved"]!).ShouldBeTrue();
        ((bool)second.Body["approved"]!).ShouldBeFalse();
        ((string)second.Body["reason_code"]!).ShouldBe("label_already_voided");
        (await Balance(carrier)).ShouldBe(500m);
        ((string)(await carrier.Get($"/carrier/v2/labels/{label["label_id"]}")).Body["status"]!).ShouldBe("voided");
        (await carrier.Post("/carrier/v2/labels", Sample.Label())).Status.ShouldBe(409);
        (await carrier.Send(HttpMethod.Put, "/carrier/v2/labels/se-0/void")).Status.ShouldBe(404);
    }

    internal static async Task<int> Sold(CarrierHost carrier) => (await carrier.Get("/sim/carrier/labels")).Body.AsArray().Count;

    private static async Task<decimal> Balance(CarrierHost carrier) =>
        (decimal)(await carrier.Get("/carrier/v2/carriers")).Body["carriers"]![0]!["balance"]!;
}
