namespace Lavka.Simulator.Carrier.Wire;

/// <summary>A sender or a recipient as the shop sends it. Everything is optional here; what is missing is named by the rules.</summary>
public sealed record Address(
    string? Name = null,
    string? CompanyName = null,
    string? Phone = null,
    string? Email = null,
    string? AddressLine1 = null,
    string? AddressLine2 = null,
    string? CityLocality = null,
    string? StateProvince = null,
    string? PostalCode = null,
    string? CountryCode = null,
    string? AddressResidentialIndicator = null);
