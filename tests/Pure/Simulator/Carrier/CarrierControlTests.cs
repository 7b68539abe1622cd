using System.Diagnostics;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Carrier;

public sealed class CarrierControlTests
{
    [Fact]
    public async Task A_lost_answer_leaves_a_label_that_can_be_looked_up()
    {
        await using var carrier = await CarrierHost.Start();
        await carrier.Fault("lose", "/labels");
        await Should.ThrowAsync<HttpRequestException>(() => carrier.Post("/carrier/v2/labels", Sample.Label()));
        (await carrier.Get("/carrier/v2/labels/external_shipment_id/ORDER-1")).Status.ShouldBe(200);
        (await carrier.Post("/carrier/v2/labels", Sample.Label())).Status.ShouldBe(409);
    }

    [Theory]
    [InlineData("500", 500, "unspecified")]
    [InlineData("429", 429, "rate_limit_exceeded")]
    [InlineData("funds", 400, "insufficient_funds")]
    [InlineData("address", 400, "invalid_address")]
    public async Task A_planned_fault_strikes_as_often_as_asked_and_nothing_is_sold(string kind, int status, string code)
    {
        await using var carrier = await CarrierHost.Start();
        await carrier.Fault(kind, "/labels", times: 2);
        (await carrier.Get("/carrier/v2/carriers")).Status.ShouldBe(200);
        for (var strike = 0; strike < 2; strike++)
        {
            var answer = await carrier.Post("/carrier/v2/labels", Sample.Label());
            (answer.Status, answer.ErrorCode).ShouldBe((status, code));
            answer.RetryAfter.ShouldBe(status == 429 ? TimeSpan.FromSeconds(7) : null);
        }
        (await LabelTests.Sold(carrier)).ShouldBe(0);
        (await carrier.Post("/carrier/v2/labels", Sample.Label())).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Refusals_of_the_carrier_itself_strike_only_purchases()
    {
        await using var carrier = await CarrierHost.Start();
        await carrier.Fault("funds");
        (await carrier.Rates()).ShouldNotBeEmpty();
        (await carrier.Get("/carrier/v2/labels/external_shipment_id/none")).Status.ShouldBe(404);
        (await carrier.Post("/carrier/v2/labels", Sample.Label())).ErrorCode.ShouldBe("insufficient_funds");
    }

    [Fact]
    public async Task A_slow_answer_takes_its_time_and_is_right()
    {
        await using var carrier = await CarrierHost.Start();
        await carrier.Post("/sim/carrier/faults", new JsonObject { ["kind"] = "slow", ["seconds"] = 0.3 });
        var watch = Stopwatch.StartNew();
        (await carrier.Rates()).ShouldNotBeEmpty();
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.25));
    }

    [Fact]
    public async Task Planned_faults_can_be_dropped()
    {
        await using var carrier = await CarrierHost.Start();
        await carrier.Fault("500", times: 100);
        await carrier.Send(HttpMethod.Delete, "/sim/carrier/faults");
        (await carrier.Get("/carrier/v2/carriers")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"kind":"fire"}""")]
    [InlineData("""{"times":1}""")]
    [InlineData("""{"kind":"500","times":0}""")]
    [InlineData("""{"kind":"500","seconsd":1}""")]
    public async Task A_plan_that_makes_no_sense_is_refused(string plan)
    {
        await using var carrier = await CarrierHost.Start();
        (await carrier.Post("/sim/carrier/faults", JsonNode.Parse(plan))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_carriers_that_exist_can_be_chosen_down_to_none()
    {
        await using var carrier = await CarrierHost.Start();
        await carrier.Post("/sim/carrier/carriers", JsonNode.Parse("""{"codes":["ontrac"]}"""));
        ((string)(await carrier.Get("/carrier/v2/carriers")).Body["carriers"]!.AsArray().Single()!["carrier_code"]!).ShouldBe("ontrac");
        await carrier.Post("/sim/carrier/carriers", JsonNode.Parse("""{"codes":[]}"""));
        (await carrier.Get("/carrier/v2/carriers")).Body["carriers"]!.AsArray().ShouldBeEmpty();
        (await carrier.Post("/sim/carrier/carriers", JsonNode.Parse("""{"codes":["pigeon"]}"""))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Every_request_is_recorded_with_its_body_and_a_reset_forgets_all()
    {
        await using var carrier = await CarrierHost.Start();
        await carrier.Post("/carrier/v2/labels", Sample.Label());
        carrier.Http.DefaultRequestHeaders.Remove("API-Key");
        await carrier.Get("/carrier/v2/carriers?page=1");
        var requests = (await carrier.Get("/sim/carrier/requests")).Body.AsArray();
        requests.Select(one => $"{one!["method"]} {one["path"]}").ShouldBe(["POST /carrier/v2/labels", "GET /carrier/v2/carriers?page=1"]);
        JsonNode.DeepEquals(requests[0]!["body"], Sample.Label()).ShouldBeTrue();
        ((long)requests[0]!["at"]!).ShouldBeGreaterThan(1_700_000_000_000);

        await carrier.Post("/sim/carrier/reset");
        (await carrier.Get("/sim/carrier/requests")).Body.AsArray().ShouldBeEmpty();
        (await LabelTests.Sold(carrier)).ShouldBe(0);
    }
}
