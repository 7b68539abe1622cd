namespace Lavka.Shops.Shipping;

/// <summary>Where the PDF of an order's label is fetched from.</summary>
public sealed record DownloadArgs(string Order, string Url, string TrackingNumber);
