namespace Lavka.Shops.Shipping;

/// <summary>A bought label. <paramref name="CostCents"/> is what the carrier took (US cents); <paramref name="PdfUrl"/> is the carrier's address of the PDF.</summary>
public sealed record Label(string Id, string TrackingNumber, long CostCents, string PdfUrl);
