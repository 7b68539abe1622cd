using System.Text.Json.Serialization.Metadata;
using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay;

/// <summary>The vendor's envelope (docs.oxapay.com, "Error"): data and an empty error, or empty data and the error; its status is the HTTP status too.</summary>
public static class Answer
{
    private const string Version = "1.0.0";

    public static IResult Ok<T>(T data, JsonTypeInfo<Envelope<T>> type) =>
        Results.Json(new Envelope<T>(data, "Operation completed successfully!", new(), 200, Version), type);

    public static IResult Refused(int status, string key, string message) => Results.Json(
        new Envelope<Nothing>(new(), Summary(status), new(Kind(status), key, message), status, Version),
        OxaPayJson.Default.EnvelopeNothing,
        statusCode: status);

    private static string Kind(int status) => status switch
    {
        401 => "unauthorized",
        404 => "not_found",
        409 => "conflict",
        500 => "internal_server_error",
        _ => "invalid_request",
    };

    private static string Summary(int status) => status switch
    {
        401 => "Invalid API key",
        404 => "Not found",
        409 => "Conflict",
        500 => "Internal server error",
        _ => "Validation problem",
    };
}
