using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>A payment notification of the test's own making, signed as docs.oxapay.com says: the hex HMAC-SHA512 of the body with the merchant's key.</summary>
public sealed record SignedNotification(string Body, string? Signature)
{
    public static SignedNotification Of(JsonObject body, string key = TownPlan.MerchantKey)
    {
        var text = body.ToJsonString();
        return new SignedNotification(text, Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Says that an invoice has this status; the track id in whatever form the test likes.</summary>
    public static SignedNotification Says(JsonNode trackId, string status, decimal value = 25) =>
        Of(new JsonObject { ["track_id"] = trackId, ["status"] = status, ["type"] = "invoice", ["amount"] = value, ["value"] = value, ["currency"] = "USD" });

    /// <summary>One delivery to the host: status and body of its answer.</summary>
    public async Task<(HttpStatusCode Status, string Answer)> Post(HttpClient host, string path = $"/hooks/pay/oxapay/{TownPlan.Shop}")
    {
        using var body = new StringContent(Body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        if (Signature is not null) request.Headers.Add("HMAC", Signature);
        using var answer = await host.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
