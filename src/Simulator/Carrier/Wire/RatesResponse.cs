namespace Lavka.Simulator.Carrier.Wire;

/// <summary>
/// The answer to <c>POST /rates</c>. What a rate costs is the sum of its five amounts, in dollars;
/// carriers that cannot take the parcel are named in <c>errors</c> and give no rate.
/// </summary>
public sealed record RatesResponse(string ShipmentId, RatesResponse.Quote RateResponse)
{
    public sealed record Quote(
        IReadOnlyList<Rate> Rates,
        IReadOnlyList<Rate> InvalidRates,
        string RateRequestId,
        string ShipmentId,
        DateTimeOffset CreatedAt,
        string Status,
        IReadOnlyList<VendorError> Errors);

    public sealed record Rate(
        string RateId,
        string RateType,
        string CarrierId,
        string CarrierCode,
        string CarrierNickname,
        string CarrierFriendlyName,
        string ServiceCode,
        string ServiceType,
        string PackageType,
        Money ShippingAmount,
        Money InsuranceAmount,
        Money ConfirmationAmount,
        Money OtherAmount,
        Money TaxAmount,
        int Zone,
        int DeliveryDays,
        string CarrierDeliveryDays,
        DateTimeOffset EstimatedDeliveryDate,
        bool GuaranteedService,
        bool NegotiatedRate,
        bool Trackable,
        string ValidationStatus,
        IReadOnlyList<string> WarningMessages,
        IReadOnlyList<string> ErrorMessages);
}
