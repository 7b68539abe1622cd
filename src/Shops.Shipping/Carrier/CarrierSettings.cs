namespace Lavka.Shops.Shipping;

/// <summary>
/// An account at ShipStation. <paramref name="FallbackPhone"/> is the merchant's own number, sent to the carrier when a customer gave none; it is never shown
/// to anybody and never made up (shipping:A27, E02). The key is never written to a log.
/// </summary>
public sealed record CarrierSettings(string ApiKey, string FallbackPhone)
{
    /// <summary>The API's root with its version, with or without a slash at the end.</summary>
    public Uri ApiUrl { get; init; } = new("https://api.shipstation.com/v2");

    /// <summary>The company on the sender's side of a label. The carrier wants one; a dash stands for a private person.</summary>
    public string OriginCompany { get; init; } = "-";

    /// <summary>Enough of the key to tell two of them apart.</summary>
    public string MaskedKey => "••••" + (ApiKey.Length > 8 ? ApiKey[^4..] : "");

    internal Uri Address(string path) => new($"{ApiUrl.AbsoluteUri.TrimEnd('/')}/{path}");

    public override string ToString() => $"ShipStation at {ApiUrl}";
}
