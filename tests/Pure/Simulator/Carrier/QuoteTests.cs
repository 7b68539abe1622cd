using System.Globalization;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Carrier;

public sealed class QuoteTests
{
    [Fact]
    public async Task A_wrong_key_is_refused_in_the_vendors_form()
    {
        await using var carrier = await CarrierHost.Start();
        carrier.Http.DefaultRequestHeaders.Remove("API-Key");
        var answer = await carrier.Get("/carrier/v2/carriers");
        answer.Status.ShouldBe(401);
        answer.ErrorCode.ShouldBe("unauthorized");
        ((string)answer.Body["request_id"]!).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Carriers_are_listed_with_funds_and_services()
    {
        await using var carrier = await CarrierHost.Start();
        var carriers = (await carrier.Get("/carrier/v2/carriers")).Body["carriers"]!.AsArray();
        carriers.Select(one => (string)one!["carrier_code"]!).ShouldBe(["stamps_com", "ups", "fedex_walleted", "globalpost"]);
        var stamps = carriers[0]!;
        ((string)stamps["friendly_name"]!).ShouldBe("Stamps.com");
        ((bool)stamps["requires_funded_account"]!).ShouldBeTrue();
        ((bool)stamps["disabled_by_billing_plan"]!).ShouldBeFalse();
        ((decimal)stamps["balance"]!).ShouldBe(500m);
        stamps["services"]!.AsArray().Select(service => (string)service!["service_code"]!).ShouldContain("usps_priority_mail", StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_same_question_has_the_same_prices_under_new_ids()
    {
        await using var carrier = await CarrierHost.Start();
        var (first, second) = (await carrier.Rates(), await carrier.Rates());
        first.Select(Price).ShouldBe(second.Select(Price));
        first.Select(Id).Intersect(second.Select(Id), StringComparer.Ordinal).ShouldBeEmpty();

        static decimal Price(JsonNode? rate) => (decimal)rate!["shipping_amount"]!["amount"]!;
        static string Id(JsonNode? rate) => (string)rate!["rate_id"]!;
    }

    [Fact]
    public async Task A_heavier_parcel_that_goes_farther_costs_more()
    {
        await using var carrier = await CarrierHost.Start();
        var near = Sample.Rates("se-100002");
        near["shipment"]!["ship_to"]!["postal_code"] = "94103";
        var far = Sample.Rates("se-100002");
        far["shipment"]!["packages"]![0]!["weight"]!["value"] = 30;
        (await Ground(near)).ShouldBeLessThan(await Ground(far));

        async Task<decimal> Ground(JsonObject request)
        {
            var rates = (await carrier.Post("/carrier/v2/rates", request)).Body["rate_response"]!["rates"]!.AsArray();
            return (decimal)rates.Single(rate => (string)rate!["service_code"]! is "ups_ground")!["shipping_amount"]!["amount"]!;
        }
    }

    [Fact]
    public async Task Rates_hold_what_a_shop_has_to_sort_out()
    {
        await using var carrier = await CarrierHost.Start();
        var stamps = await carrier.Rates();
        stamps.Count(rate => (string)rate!["service_type"]! is "USPS Priority Mail").ShouldBe(3);
        stamps.Select(rate => (string)rate!["service_code"]!).ShouldContain("usps_parcel_select", StringComparer.Ordinal);
        var ups = await carrier.Rates("se-100002");
        ups.Count.ShouldBeGreaterThan(5);
        ups.ShouldAllBe(rate => (decimal)rate!["other_amount"]!["amount"]! > 0);
        (await carrier.Rates("se-100004")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_carrier_that_cannot_carry_the_weight_gives_an_error_and_no_rate()
    {
        await using var carrier = await CarrierHost.Start();
        var request = Sample.Rates("se-100001", "se-100002");
        request["shipment"]!["packages"]![0]!["weight"]!["value"] = 71;
        var quote = (await carrier.Post("/carrier/v2/rates", request)).Body["rate_response"]!;
        quote["rates"]!.AsArray().ShouldAllBe(rate => (string)rate!["carrier_code"]! == "ups");
        ((string)quote["status"]!).ShouldBe("partial");
        ((string)quote["errors"]![0]!["error_source"]!).ShouldBe("carrier");
    }

    [Theory]
    [InlineData("rate_options.carrier_ids", "[]", "rate_options.carrier_ids")]
    [InlineData("rate_options.carrier_ids", """["se-9"]""", "rate_options.carrier_ids")]
    [InlineData("shipment", null, "shipment")]
    [InlineData("shipment.ship_to", null, "shipment.ship_to")]
    [InlineData("shipment.ship_from.phone", "\"\"", "shipment.ship_from.phone")]
    [InlineData("shipment.ship_from.phone", null, "shipment.ship_from.phone")]
    [InlineData("shipment.ship_to.name", "\" \"", "shipment.ship_to.name")]
    [InlineData("shipment.ship_to.address_line1", null, "shipment.ship_to.address_line1")]
    [InlineData("shipment.ship_to.city_locality", null, "shipment.ship_to.city_locality")]
    [InlineData("shipment.ship_to.city_locality", "\"Москва\"", "shipment.ship_to.city_locality")]
    [InlineData("shipment.ship_to.state_province", "\"New York\"", "shipment.ship_to.state_province")]
    [InlineData("shipment.ship_to.state_province", "\"ny\"", "shipment.ship_to.state_province")]
    [InlineData("shipment.ship_to.postal_code", "\"1000\"", "shipment.ship_to.postal_code")]
    [InlineData("shipment.ship_to.country_code", "\"CA\"", "shipment.ship_to.country_code")]
    [InlineData("shipment.packages", "[]", "shipment.packages")]
    [InlineData("shipment.packages.0.weight.value", "0", "shipment.packages[0].weight.value")]
    [InlineData("shipment.packages.0.weight.unit", "\"ounce\"", "shipment.packages[0].weight.unit")]
    [InlineData("shipment.packages.0.dimensions", null, "shipment.packages[0].dimensions")]
    [InlineData("shipment.packages.0.dimensions.unit", "\"centimeter\"", "shipment.packages[0].dimensions.unit")]
    [InlineData("shipment.packages.0.dimensions.height", "\"4\"", "$.shipment.packages[0].dimensions.height")]
    [InlineData("shipment.ship_to.zip", "\"10001\"", "$.shipment.ship_to.zip")]
    [InlineData("carrierIds", "[]", "$.carrierIds")]
    public async Task A_faulty_request_is_refused_with_the_field_at_fault(string place, string? json, string field)
    {
        await using var carrier = await CarrierHost.Start();
        var request = Sample.Rates("se-100001");
        Spoil(request, place.Split('.'), json is null ? null : JsonNode.Parse(json));
        var answer = await carrier.Post("/carrier/v2/rates", request);
        answer.Status.ShouldBe(400);
        answer.ErrorFields.ShouldContain(field, StringComparer.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_a_request_are_named_at_once()
    {
        await using var carrier = await CarrierHost.Start();
        var request = Sample.Rates();
        request["shipment"]!["ship_from"]!["phone"] = "";
        request["shipment"]!["ship_to"]!["postal_code"] = "?";
        (await carrier.Post("/carrier/v2/rates", request)).ErrorFields
            .ShouldBe(["rate_options.carrier_ids", "shipment.ship_from.phone", "shipment.ship_to.postal_code"]);
    }

    private static void Spoil(JsonNode node, string[] place, JsonNode? value)
    {
        foreach (var step in place[..^1])
            node = int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? node[index]! : node[step]!;
        if (value is null)
            node.AsObject().Remove(place[^1]);
        else
            node[place[^1]] = value;
    }
}
