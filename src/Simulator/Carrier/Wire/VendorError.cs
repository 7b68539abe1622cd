using System.Text.Json.Serialization;

namespace Lavka.Simulator.Carrier.Wire;

/// <summary>
/// One entry of the vendor's <c>errors</c>. Sources, types and codes are the vendor's own words
/// (docs.shipstation.com, "Error codes"); <c>Status</c> is the HTTP status it is sent with and is not in the body.
/// A taken external shipment id is a 409 with <c>identifier_conflict</c>; an expired rate is a 400 with <c>invalid_status</c>.
/// </summary>
public sealed record VendorError(
    [property: JsonIgnore] int Status, string ErrorSource, string ErrorType, string ErrorCode, string Message, string? FieldName = null)
{
    private const string Vendor = "ShipStation";
    private const string Carrier = "carrier";

    public static VendorError Unauthorized { get; } = new(401, Vendor, "security", "unauthorized", "The API key is invalid.");

    public static VendorError InsufficientFunds { get; } =
        new(400, Carrier, "account_status", "insufficient_funds", "The carrier account does not hold enough funds for this label.");

    public static VendorError InvalidAddress { get; } =
        new(400, Carrier, "validation", "invalid_address", "The carrier cannot deliver to this address.", "shipment.ship_to");

    public static VendorError RateLimited { get; } = new(429, Vendor, "system", "rate_limit_exceeded", "Too many requests.");

    public static VendorError Broken { get; } = new(500, Vendor, "system", "unspecified", "An unexpected error occurred.");

    public static VendorError Missing(string field) =>
        new(400, Vendor, "validation", "field_value_required", $"{field} is required.", field);

    public static VendorError Invalid(string field, string why) =>
        new(400, Vendor, "validation", "invalid_field_value", $"{field} {why}.", field);

    public static VendorError NotFound(string field, string value) =>
        new(404, Vendor, "validation", "not_found", $"No {field} '{value}' was found.", field);

    public static VendorError UnknownId(string field, string value) =>
        new(400, Vendor, "validation", "invalid_identifier", $"{field} '{value}' is unknown.", field);

    public static VendorError Differs(string field) =>
        new(400, Vendor, "business_rules", "identifiers_must_match", $"{field} differs from what the rate was quoted for.", field);

    public static VendorError RateExpired(string rateId) =>
        new(400, Vendor, "business_rules", "invalid_status", $"Rate '{rateId}' has expired.", "rate_id");

    public static VendorError Taken(string externalId) =>
        new(409, Vendor, "business_rules", "identifier_conflict", $"external_shipment_id '{externalId}' already exists.",
            "shipment.external_shipment_id");

    public static VendorError TooHeavy(string carrier, decimal most) =>
        new(400, Carrier, "business_rules", "invalid_field_value", $"{carrier} carries at most {most} pounds.", "shipment.packages[0].weight");
}
