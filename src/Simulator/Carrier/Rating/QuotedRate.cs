using System.Globalization;
using Lavka.Simulator.Carrier.Accounts;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Rating;

/// <summary>A price that was given and can be bought until it expires (UTC), for exactly this journey.</summary>
public sealed record QuotedRate(
    string Id, CarrierProfile Carrier, Service Service, Journey Journey, Price Price, DateTimeOffset QuotedAt, DateTimeOffset ExpiresAt)
{
    public RatesResponse.Rate ToWire() => new(
        Id,
        "shipment",
        Carrier.Id,
        Carrier.Code,
        Carrier.FriendlyName,
        Carrier.FriendlyName,
        Service.Code,
        Service.Type,
        Service.Packaging,
        ShippingAmount: Money.Usd(Price.Shipping),
        InsuranceAmount: Money.Zero,
        ConfirmationAmount: Money.Zero,
        OtherAmount: Money.Usd(Price.Other),
        TaxAmount: Money.Zero,
        Journey.Zone,
        Service.Days,
        Service.Days.ToString(CultureInfo.InvariantCulture),
        QuotedAt.AddDays(Service.Days),
        Service.Guaranteed,
        NegotiatedRate: false,
        Trackable: true,
        "valid",
        WarningMessages: [],
        ErrorMessages: []);
}
