namespace Lavka.Commerce;

/// <summary>What is needed to ask a provider for an invoice.</summary>
public sealed record InvoiceArgs(string Shop, string Provider, string Payment, long Minor, string Currency, string Description);
