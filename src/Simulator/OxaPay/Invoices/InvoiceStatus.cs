namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>How an invoice stands (docs.oxapay.com, "Payment Status Table"). Paid, underpaid and expired are final here.</summary>
public enum InvoiceStatus
{
    New,
    Waiting,
    Paying,
    Paid,
    Underpaid,
    Expired,
}
