namespace Lavka.Simulator.Carrier.Wire;

/// <summary>One parcel as the shop sends it: pounds and inches only.</summary>
public sealed record Package(Package.Mass? Weight = null, Package.Size? Dimensions = null, string? PackageCode = null)
{
    public sealed record Mass(decimal? Value = null, string? Unit = null);

    public sealed record Size(decimal? Length = null, decimal? Width = null, decimal? Height = null, string? Unit = null);
}
