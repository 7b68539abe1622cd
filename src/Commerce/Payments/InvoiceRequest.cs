namespace Lavka.Commerce;

/// <summary>What an invoice is asked for. The customer reads <paramref name="Description"/> on the provider's page.</summary>
public sealed record InvoiceRequest(PaymentId Payment, Money Amount, string Description);
