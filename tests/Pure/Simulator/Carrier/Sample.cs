using System.Text.Json.Nodes;

namespace Lavka.Pure.Simulator.Carrier;

/// <summary>Requests that the carrier accepts; a test spoils one thing in them.</summary>
internal static class Sample
{
    public static JsonObject Rates(params string[] carrierIds) => new()
    {
        ["rate_options"] = new JsonObject { ["carrier_ids"] = new JsonArray([.. carrierIds.Select(id => JsonValue.Create(id))]) },
        ["shipment"] = Shipment(),
    };

    public static JsonObject Label(string externalId = "ORDER-1", string carrierId = "se-100001", string service = "usps_ground_advantage")
    {
        var shipment = Shipment();
        shipment["carrier_id"] = carrierId;
        shipment["service_code"] = service;
        shipment["external_shipment_id"] = externalId;
        return new() { ["label_layout"] = "4x6", ["label_format"] = "pdf", ["shipment"] = shipment };
    }

    public static JsonObject Shipment() => new()
    {
        ["ship_from"] = Address("O'Brien & Sons #4", "215 Clayton St. (rear)", "San Francisco", "CA", "94117"),
        ["ship_to"] = Address("María Núñez", "1600 Main Street", "New York", "NY", "10001-2345"),
        ["packages"] = new JsonArray(new JsonObject
        {
            ["weight"] = new JsonObject { ["value"] = 2.5m, ["unit"] = "pound" },
            ["dimensions"] = new JsonObject { ["length"] = 10, ["width"] = 8, ["height"] = 4, ["unit"] = "inch" },
        }),
    };

    private static JsonObject Address(string name, string street, string city, string state, string zip) => new()
    {
        ["name"] = name,
        ["phone"] = "+15551234567",
        ["address_line1"] = street,
        ["city_locality"] = city,
        ["state_province"] = state,
        ["postal_code"] = zip,
        ["country_code"] = "US",
        ["address_residential_indicator"] = "unknown",
    };
}
