using System.Text.Json.Serialization.Metadata;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier;

/// <summary>The two forms of the vendor's answers: a body of its own with 200, or a list of errors with the status of the first.</summary>
public static class Answer
{
    public static IResult Ok<T>(T body, JsonTypeInfo<T> type) => Results.Json(body, type);

    public static IResult Refused(params VendorError[] errors) => Results.Json(
        new ErrorResponse(Guid.CreateVersion7().ToString(), errors), CarrierJson.Default.ErrorResponse, statusCode: errors[0].Status);
}
