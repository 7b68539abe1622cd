using System.Text.Json;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>States are names, never numbers, and the same after they were stored (shipping:B03).</summary>
public sealed class StoredNamesTests
{
    public static TheoryData<LabelState> States => [.. Enum.GetValues<LabelState>()];

    [Theory, Covers("shipping:B03")]
    [MemberData(nameof(States))]
    public void an_order_in_every_state_is_read_back_as_it_was_written_and_named(LabelState state)
    {
        var order = LabelOrders.In(state);

        var json = JsonSerializer.Serialize(order, ShippingJson.Default.LabelOrder);

        using var written = JsonDocument.Parse(json);
        written.RootElement.GetProperty("state").GetString().ShouldBe(state.ToString());
        var read = JsonSerializer.Deserialize(json, ShippingJson.Default.LabelOrder).ShouldNotBeNull();
        read.State.ShouldBe(state);
        JsonSerializer.Serialize(read, ShippingJson.Default.LabelOrder).ShouldBe(json);
    }

    [Fact, Covers("shipping:B03")]
    public void an_order_that_an_older_program_stored_is_read_with_what_it_did_not_know_yet()
    {
        const string Old = """
            {"id":"k7m2q9w3x4","state":"Unpaid","chosen":{"shipment":{"from":{"name":"A","street":"1 B","city":"C","state":"CA","zip":"94102"},
             "to":{"name":"D","street":"2 E","city":"F","state":"NY","zip":"10118"},"parcel":{"weight":1,"length":1,"width":1,"height":1}},
             "rate":{"id":"r","carrierId":"se-1","carrierCode":"ontrac","carrier":"Other","serviceCode":"s","service":"Ground","costCents":841},
             "expires":"2026-03-02T10:00:00+00:00","priceCents":1841,"answers":{}},"attempt":0}
            """;

        var order = JsonSerializer.Deserialize(Old, ShippingJson.Default.LabelOrder).ShouldNotBeNull();

        (order.State, order.IsOver, order.Chosen.Mode, order.Chosen.Rate.Who).ShouldBe((LabelState.Unpaid, false, CarrierMode.Production, "ontrac"));
    }

    [Fact, Covers("shipping:B03")]
    public void the_dialog_s_place_is_made_of_names_too_and_survives_at_every_question()
    {
        foreach (var (key, _) in Orders.Usual)
        {
            var state = new Orders().At(key).State.ShouldNotBeNull();
            DialogState.FromJson(state.ToJson()).ToJson().ShouldBe(state.ToJson());
            state.Answers.Keys.ShouldAllBe(answered => Orders.Usual.Any(usual => usual.Key == answered));
        }
        new Orders().AtReview().Tap("Edit the data").Tap("Sender").Tap("ZIP").Json.ShouldContain("\"editing\":\"from/zip\"");
    }
}
