namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>A new invoice: its track id, where to pay it, and its expiry and birth in unix seconds.</summary>
public sealed record InvoiceCreated(string TrackId, string PaymentUrl, long ExpiredAt, long Date);
