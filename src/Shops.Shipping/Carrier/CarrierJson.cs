using System.Text.Json.Serialization;

namespace Lavka.Shops.Shipping;

/// <summary>ShipStation's JSON (docs.shipstation.com, v2). What it sends may lack anything: fields that are missing or null are read as null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(RatesBody))]
[JsonSerializable(typeof(LabelBody))]
[JsonSerializable(typeof(CarriersAnswer))]
[JsonSerializable(typeof(RatesAnswer))]
[JsonSerializable(typeof(LabelAnswer))]
[JsonSerializable(typeof(ErrorsAnswer))]
internal sealed partial class CarrierJson : JsonSerializerContext;

internal sealed record RatesBody(RatesBody.Wanted RateOptions, ShipmentBody Shipment)
{
    internal sealed record Wanted(IReadOnlyList<string> CarrierIds);
}

internal sealed record LabelBody(string RateId, ShipmentBody Shipment, string LabelLayout, string LabelFormat);

internal sealed record ShipmentBody(AddressBody ShipFrom, AddressBody ShipTo, IReadOnlyList<PackageBody> Packages)
{
    public string? CarrierId { get; init; }

    public string? ServiceCode { get; init; }

    public string? ExternalShipmentId { get; init; }
}

internal sealed record AddressBody(
    string Name, string? CompanyName, string Phone, string AddressLine1, string? AddressLine2, string CityLocality, string StateProvince, string PostalCode,
    string CountryCode, string AddressResidentialIndicator);

internal sealed record PackageBody(PackageBody.Mass Weight, PackageBody.Size Dimensions)
{
    internal sealed record Mass(decimal Value, string Unit);

    internal sealed record Size(decimal Length, decimal Width, decimal Height, string Unit);
}

internal sealed record CarriersAnswer(IReadOnlyList<CarriersAnswer.Account>? Carriers)
{
    internal sealed record Account(
        string? CarrierId, string? CarrierCode, bool? DisabledByBillingPlan, string? FriendlyName, bool? RequiresFundedAccount, decimal? Balance);
}

internal sealed record RatesAnswer(RatesAnswer.Response? RateResponse)
{
    internal sealed record Response(IReadOnlyList<Quoted>? Rates, IReadOnlyList<VendorError>? Errors);

    internal sealed record Quoted(
        string? RateId, string? CarrierId, string? CarrierCode, string? CarrierFriendlyName, string? ServiceCode,
        string? ServiceType, Amount? ShippingAmount, Amount? OtherAmount,
        Amount? InsuranceAmount, Amount? ConfirmationAmount, Amount? TaxAmount, int? DeliveryDays, string? EstimatedDeliveryDate);
}

internal sealed record LabelAnswer(
    string? LabelId, string? Status, string? TrackingNumber, Amount? ShipmentCost, Amount? InsuranceCost, LabelAnswer.Download? LabelDownload)
{
    internal sealed record Download(string? Pdf, string? Href);
}

internal sealed record ErrorsAnswer(IReadOnlyList<VendorError>? Errors);

/// <summary>Dollars, not cents; the currency is written small.</summary>
internal sealed record Amount(string? Currency, [property: JsonPropertyName("amount")] decimal Value);
