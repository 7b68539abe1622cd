using System.Text.Json.Nodes;
using Lavka.Shops.Shipping;
using Shouldly;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>One shipment, one account and the vendor's words around them.</summary>
internal static class Samples
{
    public static readonly CarrierSettings Settings = new("carrier-key", "+15551230000");

    public static readonly Shipment Shipment = new(
        new Address("John O'Brien", "215 Clayton St.", "Apt 4B & 5", "San Francisco", "CA", "94102", "+14155550101"),
        new Address("Mary Jones", "350 Fifth Ave", "Suite 200", "New York", "NY", "10118-0110", "+12125550102"),
        new Parcel(2.5m, 10, 8.25m, 4));

    public static string Carriers(params string[] codes) => new JsonObject
    {
        ["carriers"] = new JsonArray([.. codes.Select((code, index) => new JsonObject
        {
            ["carrier_id"] = $"se-{index + 1}",
            ["carrier_code"] = code,
            ["friendly_name"] = code,
            ["requires_funded_account"] = true,
            ["balance"] = 51.2,
            ["disabled_by_billing_plan"] = false,
        })]),
    }.ToJsonString();

    public static string Rates(params IEnumerable<JsonObject> rates) => new JsonObject
    {
        ["shipment_id"] = "se-900",
        ["rate_response"] = new JsonObject { ["rates"] = new JsonArray([.. rates]), ["invalid_rates"] = new JsonArray(), ["status"] = "completed", ["errors"] = new JsonArray() },
    }.ToJsonString();

    public static JsonObject Rate(string carrier, string service, decimal dollars, string? type = null, string? id = null) => new()
    {
        ["rate_id"] = id ?? $"rate-{service}-{dollars}",
        ["carrier_id"] = $"se-{carrier}",
        ["carrier_code"] = carrier,
        ["service_code"] = service,
        ["service_type"] = type ?? service,
        ["shipping_amount"] = Usd(dollars),
    };

    public static JsonObject Usd(decimal dollars) => new() { ["currency"] = "usd", ["amount"] = dollars };

    public static string Error(string type, string code, string message, string? field = null) => new JsonObject
    {
        ["request_id"] = "9f6b9e1e",
        ["errors"] = new JsonArray(new JsonObject
        {
            ["error_source"] = "carrier", ["error_type"] = type, ["error_code"] = code, ["message"] = message, ["field_name"] = field,
        }),
    }.ToJsonString();

    public static void ShouldBeJson(this string? actual, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(actual.ShouldNotBeNull()), JsonNode.Parse(expected)).ShouldBeTrue(actual);
}
