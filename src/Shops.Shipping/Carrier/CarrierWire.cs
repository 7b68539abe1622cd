using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>
/// ShipStation's v2 messages to our words and back, pure (spec 4.1.2 to 4.1.4; docs.shipstation.com). Numbers are sent exactly as they were typed, text as it is.
/// What an answer decides becomes a closed result; an answer that decides nothing is a <see cref="CarrierUnavailable"/>.
/// </summary>
public static class CarrierWire
{
    public static string WriteRates(IReadOnlyList<CarrierAccount> carriers, Shipment shipment, CarrierSettings settings) => JsonSerializer.Serialize(
        new RatesBody(new RatesBody.Wanted([.. carriers.Select(carrier => carrier.Id)]), Body(shipment, settings)),
        CarrierJson.Default.RatesBody);

    public static string WriteLabel(BuyLabel request, CarrierSettings settings) => JsonSerializer.Serialize(
        new LabelBody(
            request.Rate.Id,
            Body(request.Shipment, settings) with
            {
                CarrierId = request.Rate.CarrierId,
                ServiceCode = request.Rate.ServiceCode,
                ExternalShipmentId = request.ExternalId,
            },
            LabelLayout: "letter", LabelFormat: "pdf"),
        CarrierJson.Default.LabelBody);

    /// <summary>The carriers that can be asked now; those that the merchant's plan switched off are left out.</summary>
    public static IReadOnlyList<CarrierAccount> ReadCarriers(HttpStatusCode status, string body)
    {
        if (!IsSuccess(status)) throw Undecided(status, Faults(status, body));
        var accounts = Parse(body, CarrierJson.Default.CarriersAnswer).Carriers ?? throw Unreadable("no carriers");
        return [.. accounts.Select(Account).OfType<CarrierAccount>()];
    }

    /// <summary>The rates that are sold, good until <paramref name="expires"/>.</summary>
    public static Quotation ReadRates(HttpStatusCode status, string body, DateTimeOffset expires)
    {
        if (!IsSuccess(status))
        {
            var faults = Faults(status, body);
            return faults.Where(fault => fault.IsAboutRequest).ToList() is { Count: > 0 } theirs
                ? Refused(theirs)
                : throw Undecided(status, faults);
        }
        var answer = Parse(body, CarrierJson.Default.RatesAnswer).RateResponse ?? throw Unreadable("no rate_response");
        var rates = RateFilter.Choose((answer.Rates ?? []).Select(Rate).OfType<Rate>());
        var errors = answer.Errors ?? [];
        return rates.Count > 0 ? new Quotation.Offered(new Offers(rates, expires))
            : errors.Where(error => error.IsBadAddress).ToList() is { Count: > 0 } bad ? Refused(bad)
            : new Quotation.NoRates(VendorError.Why(errors));
    }

    private static Quotation.Refused Refused(IReadOnlyList<VendorError> errors) =>
        new(VendorError.Why(errors), errors.Select(error => error.Side).Distinct().ToList() is [var only] ? only : null);

    public static LabelOutcome ReadPurchase(HttpStatusCode status, string body)
    {
        if (IsSuccess(status))
        {
            return Made(body) is { } label ? new LabelOutcome.Bought(label) : new LabelOutcome.Refused("The carrier could not make the label.");
        }
        var faults = Faults(status, body);
        var why = VendorError.Why(faults);
        return faults.Any(fault => fault.IsUsedId) ? new LabelOutcome.AlreadyExists()
            : faults.Any(fault => fault.IsLostRate) ? new LabelOutcome.RateExpired()
            : faults.Any(fault => fault.IsNoFunds) ? new LabelOutcome.NoFunds(why)
            : new LabelOutcome.Refused(why);
    }

    /// <summary>The label that was looked for. Null when there is none, or it was voided or never made.</summary>
    public static Label? ReadFound(HttpStatusCode status, string body)
    {
        if (IsSuccess(status)) return Made(body);
        // Only the vendor's own words mean that there is no label; a 404 of anything in between must not lead to a second purchase.
        var faults = Faults(status, body);
        return status == HttpStatusCode.NotFound ? null : throw Undecided(status, faults);
    }

    public static Carrier CarrierOf(string code) => code switch
    {
        "usps" or "stamps_com" => Carrier.Usps,
        _ when code.StartsWith("fedex", StringComparison.Ordinal) => Carrier.FedEx,
        "ups" or "ups_walleted" => Carrier.Ups,
        _ => Carrier.Other,
    };

    private static ShipmentBody Body(Shipment shipment, CarrierSettings settings) => new(
        Body(shipment.From, settings.OriginCompany, settings),
        Body(shipment.To, null, settings),
        [new PackageBody(
            new PackageBody.Mass(shipment.Parcel.Weight, "pound"),
            new PackageBody.Size(shipment.Parcel.Length, shipment.Parcel.Width, shipment.Parcel.Height, "inch"))]);

    private static AddressBody Body(Address address, string? company, CarrierSettings settings) => new(
        address.Name, company, address.Phone ?? settings.FallbackPhone, address.Street, address.Street2, address.City, address.State, address.Zip,
        CountryCode: "US", AddressResidentialIndicator: "unknown");

    private static CarrierAccount? Account(CarriersAnswer.Account account) =>
        account is { CarrierId: { } id, CarrierCode: { } code, DisabledByBillingPlan: not true }
            ? new CarrierAccount(id, code, account.FriendlyName, Funds(account))
            : null;

    private static long? Funds(CarriersAnswer.Account account) =>
        account is { RequiresFundedAccount: true, Balance: { } dollars }
            ? Money.Round(Math.Clamp(dollars, -1_000_000_000, 1_000_000_000), Currency.Usd).Minor
            : null;

    /// <summary>Null for a rate without id, service or price, or in another currency: it could not be sold.</summary>
    private static Rate? Rate(RatesAnswer.Quoted quoted) =>
        quoted is { RateId: { } id, CarrierId: { } carrierId, CarrierCode: { } code, ServiceCode: { } service, ShippingAmount: not null } &&
        Cents(quoted.ShippingAmount, quoted.OtherAmount, quoted.InsuranceAmount, quoted.ConfirmationAmount, quoted.TaxAmount) is { } cost
            ? Named(new Rate(
                id, carrierId, code, CarrierOf(code), service, quoted.ServiceType ?? service, cost, quoted.DeliveryDays, Day(quoted.EstimatedDeliveryDate),
                quoted.CarrierFriendlyName))
            : null;

    /// <summary>The service without trade marks, and without the carrier's name, which stands beside it anyway.</summary>
    private static Rate Named(Rate rate)
    {
        var plain = rate.Service.Replace("®", "", StringComparison.Ordinal).Replace("™", "", StringComparison.Ordinal);
        var brand = rate.Who + " ";
        return rate with { Service = plain.StartsWith(brand, StringComparison.OrdinalIgnoreCase) ? plain[brand.Length..].Trim() : plain };
    }

    private static Label? Made(string body) => Parse(body, CarrierJson.Default.LabelAnswer) switch
    {
        { Status: "error" or "voided" } => null,
        { Status: "processing" } => throw new CarrierUnavailable("The carrier is still making the label"),
        { LabelId: { } id, TrackingNumber: { } number, ShipmentCost: not null, LabelDownload: { } file } made
            when (file.Pdf ?? file.Href) is { } url && Cents(made.ShipmentCost, made.InsuranceCost) is { } cost => new Label(id, number, cost, url),
        _ => throw Unreadable("no label_id, tracking_number, label_download or shipment_cost in USD"),
    };

    private static long? Cents(params ReadOnlySpan<Amount?> parts)
    {
        var sum = 0m;
        foreach (var part in parts)
        {
            if (part is null) continue;
            if (!string.Equals(part.Currency, Currency.Usd.Code, StringComparison.OrdinalIgnoreCase)) return null;
            sum += part.Value;
        }
        return Money.Round(sum, Currency.Usd).Minor;
    }

    /// <summary>The day as the carrier wrote it; its hour and zone are those of the recipient's town and mean nothing here.</summary>
    private static DateOnly? Day(string? time) =>
        time is { Length: >= 10 } && DateOnly.TryParseExact(time.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsSuccess(HttpStatusCode status) => (int)status is >= 200 and < 300;

    /// <summary>Why the vendor refused. There is always at least one reason: whoever answers without one is not the vendor.</summary>
    private static IReadOnlyList<VendorError> Faults(HttpStatusCode status, string body)
    {
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            or >= HttpStatusCode.InternalServerError) throw Undecided(status, []);
        return Parse(body, CarrierJson.Default.ErrorsAnswer).Errors is { Count: > 0 } errors ? errors : throw Undecided(status, []);
    }

    private static T Parse<T>(string body, JsonTypeInfo<T> json)
    {
        try
        {
            return JsonSerializer.Deserialize(body, json) ?? throw Unreadable("nothing in it");
        }
        catch (JsonException fault)
        {
            throw Unreadable(fault.Message, fault);
        }
    }

    private static CarrierUnavailable Undecided(HttpStatusCode status, IReadOnlyList<VendorError> faults) =>
        new($"The carrier answered {(int)status}{(faults.Count == 0 ? "" : ": " + VendorError.Why(faults))}");

    private static CarrierUnavailable Unreadable(string why, Exception? cause = null) => new($"The carrier's answer cannot be read: {why}", cause);
}
