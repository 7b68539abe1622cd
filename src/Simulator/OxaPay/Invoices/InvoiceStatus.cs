namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>How an invoice stands (docs.oxapay.com, "Payment Status Table"). Expired and refunded are final here; what is paid or underpaid can be given back.</summary>
public enum InvoiceStatus
{
    New,
    Waiting,
    Paying,
    Paid,
    Underpaid,
    Expired,
    Refunded,
}
