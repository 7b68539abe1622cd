using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier;

/// <summary>Reads a request's JSON and refuses, with 400 and the place of the mistake, every unknown field, wrong type and repeated field.</summary>
public static class StrictBody
{
    public static async Task<IResult> Read<T>(HttpContext http, JsonTypeInfo<T> type, Func<T, IResult> answer)
    {
        if (!http.Request.HasJsonContentType())
            return Answer.Refused(VendorError.Invalid("Content-Type", "must be application/json"));
        try
        {
            var body = await JsonSerializer.DeserializeAsync(http.Request.Body, type, http.RequestAborted);
            return body is null ? Answer.Refused(VendorError.Missing("request body")) : answer(body);
        }
        catch (JsonException mistake)
        {
            return Answer.Refused(VendorError.Invalid(mistake.Path ?? "$", $"is unknown, repeated or has the wrong type: {mistake.Message}"));
        }
    }
}
