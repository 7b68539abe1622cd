using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Rating;

/// <summary>
/// What a shipment must hold before anything is quoted or bought: two full addresses inside the United States in Latin letters,
/// with a telephone each, and one package in pounds and inches. All faults are named at once, each with its field.
/// </summary>
public static class ShipmentRules
{
    public static IEnumerable<VendorError> Faults(Shipment? shipment)
    {
        if (shipment is null)
            return [VendorError.Missing("shipment")];
        return
        [
            .. OfAddress(shipment.ShipFrom, "shipment.ship_from"),
            .. OfAddress(shipment.ShipTo, "shipment.ship_to"),
            .. OfPackages(shipment.Packages),
        ];
    }

    private static IEnumerable<VendorError> OfAddress(Address? address, string field)
    {
        if (address is null)
        {
            yield return VendorError.Missing(field);
            yield break;
        }
        foreach (var (name, value, most) in Parts(address))
        {
            if (string.IsNullOrWhiteSpace(value) && most > 0)
                yield return VendorError.Missing($"{field}.{name}");
            else if (value is not null && value.Any(letter => letter > '\u00ff' || char.IsControl(letter)))
                yield return VendorError.Invalid($"{field}.{name}", "must be written in Latin letters");
            else if (value?.Length > Math.Abs(most))
                yield return VendorError.Invalid($"{field}.{name}", $"must not be longer than {Math.Abs(most)}");
        }
        if (address.CountryCode is { Length: > 0 } and not "US")
            yield return VendorError.Invalid($"{field}.country_code", "must be US");
        if (address.StateProvince is { Length: > 0 } state && !IsState(state))
            yield return VendorError.Invalid($"{field}.state_province", "must be two capital letters");
        if (address.PostalCode is { Length: > 0 } zip && !IsZip(zip))
            yield return VendorError.Invalid($"{field}.postal_code", "must be a ZIP code");
        if (address.AddressResidentialIndicator is not (null or "unknown" or "yes" or "no"))
            yield return VendorError.Invalid($"{field}.address_residential_indicator", "must be unknown, yes or no");
    }

    /// <summary>The parts of an address with their greatest length; a negative length means that the part may be left out.</summary>
    private static IEnumerable<(string Name, string? Value, int Most)> Parts(Address address) =>
    [
        ("name", address.Name, 100),
        ("company_name", address.CompanyName, -100),
        ("phone", address.Phone, 30),
        ("email", address.Email, -100),
        ("address_line1", address.AddressLine1, 100),
        ("address_line2", address.AddressLine2, -100),
        ("city_locality", address.CityLocality, 60),
        ("state_province", address.StateProvince, 2),
        ("postal_code", address.PostalCode, 10),
        ("country_code", address.CountryCode, 2),
    ];

    private static IEnumerable<VendorError> OfPackages(IReadOnlyList<Package>? packages)
    {
        if (packages is null or [])
            return [VendorError.Missing("shipment.packages")];
        return packages.Count > 1
            ? [VendorError.Invalid("shipment.packages", "must hold one package: these services do not take several")]
            : OfPackage(packages[0], "shipment.packages[0]");
    }

    private static IEnumerable<VendorError> OfPackage(Package package, string field)
    {
        if (package.Weight is not { Value: { } pounds } weight)
            yield return VendorError.Missing($"{field}.weight.value");
        else
        {
            if (pounds is <= 0 or > 150)
                yield return VendorError.Invalid($"{field}.weight.value", "must be above 0 and at most 150");
            if (weight.Unit is not "pound")
                yield return VendorError.Invalid($"{field}.weight.unit", "must be pound");
        }
        if (package.Dimensions is not { Length: { } length, Width: { } width, Height: { } height } size)
            yield return VendorError.Missing($"{field}.dimensions");
        else
        {
            if (new[] { length, width, height }.Any(side => side is <= 0 or > 108))
                yield return VendorError.Invalid($"{field}.dimensions", "must be above 0 and at most 108");
            if (size.Unit is not "inch")
                yield return VendorError.Invalid($"{field}.dimensions.unit", "must be inch");
        }
    }

    private static bool IsState(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);

    private static bool IsZip(string text) => text.Split('-') switch
    {
        [var five] => IsDigits(five, 5),
        [var five, var four] => IsDigits(five, 5) && IsDigits(four, 4),
        _ => false,
    };

    private static bool IsDigits(string text, int count) => text.Length == count && text.All(char.IsAsciiDigit);
}
