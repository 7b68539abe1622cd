using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>
/// ShipStation's end of the wire, as far as the shop uses it: three carriers, four rates, labels that are found by our id and never sold twice under it.
/// A test may have any call fail, before it counts or after.
/// </summary>
internal sealed class FakeCarrier : HttpMessageHandler
{
    public const string RealKey = "live_key-0001";
    public const string TestKey = "test_key-0002";

    private int _rates;

    /// <summary>The labels that were sold, by our own id, with the rate that each was sold at.</summary>
    public ConcurrentDictionary<string, string> Sold { get; } = new();

    /// <summary>Every call: "GET carriers", "POST rates", "POST labels", "GET labels/external_shipment_id/…", "GET pdf/…".</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Every call with the key that it came with; none for a PDF.</summary>
    public ConcurrentQueue<(string Call, string? Key)> Keys { get; } = new();

    /// <summary>What is left in the wallet of each carrier, in dollars.</summary>
    public Dictionary<string, decimal> Funds { get; } = new() { ["usps"] = 500, ["ups"] = 500, ["ontrac"] = 0 };

    /// <summary>Happens before a call counts; what it throws is a connection that broke.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Happens after a call has counted; what it throws is an answer that was lost.</summary>
    public Func<string, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a purchase is refused with: the vendor's error code; null sells.</summary>
    public (string Type, string Code, string? Field)? Refusal { get; set; }

    /// <summary>The code of a service that is not offered now.</summary>
    public string? Unsold { get; set; }

    public bool HasNoCarriers { get; set; }

    /// <summary>What Ground Advantage costs now, in dollars.</summary>
    public decimal GroundCost { get; set; } = 8.41m;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath.TrimStart('/').Replace("v2/", "", StringComparison.Ordinal)}";
        Calls.Enqueue(call);
        Keys.Enqueue((call, request.Headers.TryGetValues("API-Key", out var keys) ? keys.Single() : null));
        await Before(call);
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        var answer = Answer(call, body);
        await After(call);
        return answer;
    }

    private HttpResponseMessage Answer(string call, JsonNode? body) => call.Split(' ', '/') switch
    {
        ["GET", "carriers"] => Json(new JsonObject { ["carriers"] = HasNoCarriers ? [] : new JsonArray(Account("usps"), Account("ups"), Account("ontrac")) }),
        ["POST", "rates"] => Json(Rates()),
        ["POST", "labels"] => Buy(body!),
        ["GET", "labels", _, var id] => Sold.ContainsKey(id) ? Json(Label(id)) : Error(HttpStatusCode.NotFound, "validation", "not_found", null),
        ["GET", "pdf", _] => new HttpResponseMessage { Content = new ByteArrayContent([.. "%PDF-1.4 label"u8]) },
        _ => new HttpResponseMessage(HttpStatusCode.MethodNotAllowed),
    };

    private HttpResponseMessage Buy(JsonNode body)
    {
        if (Refusal is var (type, code, field)) return Error(HttpStatusCode.BadRequest, type, code, field);
        var id = body["shipment"]!["external_shipment_id"]!.GetValue<string>();
        return Sold.TryAdd(id, body["rate_id"]!.GetValue<string>()) ? Json(Label(id)) : Error(HttpStatusCode.Conflict, "business_rules", "identifier_conflict", null);
    }

    private JsonObject Rates()
    {
        var quotation = Interlocked.Increment(ref _rates);
        JsonObject[] rates =
        [
            Rate($"ground-{quotation}", "usps", "usps_ground_advantage", "USPS Ground Advantage", GroundCost),
            Rate($"priority-{quotation}", "usps", "usps_priority_mail", "USPS Priority Mail", 14.20m),
            Rate($"ups-{quotation}", "ups", "ups_ground", "UPS® Ground", 9.99m),
            Rate($"ontrac-{quotation}", "ontrac", "ontrac_ground", "OnTrac Ground", 11m),
        ];
        return new JsonObject
        {
            ["rate_response"] = new JsonObject
            {
                ["rates"] = new JsonArray([.. rates.Where(rate => (string?)rate["service_code"] != Unsold)]),
                ["errors"] = new JsonArray(),
            },
        };
    }

    private JsonObject Account(string code) => new()
    {
        ["carrier_id"] = "se-" + code, ["carrier_code"] = code, ["friendly_name"] = code.ToUpperInvariant(), ["disabled_by_billing_plan"] = false,
        ["requires_funded_account"] = code != "ontrac", ["balance"] = Funds[code],
    };

    private static JsonObject Rate(string id, string carrier, string service, string name, decimal dollars) => new()
    {
        ["rate_id"] = id, ["carrier_id"] = "se-" + carrier, ["carrier_code"] = carrier, ["service_code"] = service, ["service_type"] = name,
        ["carrier_friendly_name"] = carrier == "ontrac" ? "OnTrac" : null, ["shipping_amount"] = Usd(dollars), ["delivery_days"] = 3, ["estimated_delivery_date"] = "2026-03-05T00:00:00Z",
    };

    private static JsonObject Label(string id) => new()
    {
        ["label_id"] = "se-" + id, ["status"] = "completed", ["tracking_number"] = "9400" + id, ["shipment_cost"] = Usd(8.41m),
        ["label_download"] = new JsonObject { ["pdf"] = "https://carrier.example/pdf/" + id },
    };

    private static JsonObject Usd(decimal dollars) => new() { ["currency"] = "usd", ["amount"] = dollars };

    private static HttpResponseMessage Json(JsonNode body) => new() { Content = new StringContent(body.ToJsonString()) };

    private static HttpResponseMessage Error(HttpStatusCode status, string type, string code, string? field)
    {
        var error = new JsonObject { ["error_source"] = "carrier", ["error_type"] = type, ["error_code"] = code, ["message"] = "Said by the carrier", ["field_name"] = field };
        return new HttpResponseMessage(status) { Content = new StringContent(new JsonObject { ["errors"] = new JsonArray(error) }.ToJsonString()) };
    }
}
