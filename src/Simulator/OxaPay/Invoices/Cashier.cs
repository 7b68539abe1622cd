using System.Security.Cryptography;
using Lavka.Simulator.OxaPay.Notifications;

namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>
/// Leads an invoice from its making to its end and tells the shop of each step: a transfer is seen (paying), confirmed (paid or underpaid),
/// or the lifetime runs out (expired). Only an open invoice can be paid, once; what was paid can be given back (refunded), once.
/// </summary>
public sealed class Cashier(InvoiceBook invoices, Courier courier, Schedule schedule, OxaPaySettings settings, TimeProvider time)
{
    public Invoice Open(InvoiceTerms terms)
    {
        var invoice = invoices.Add(terms);
        schedule.In(invoice.ExpiresAt - invoice.CreatedAt, stop => Expire(invoice.TrackId) is { } expired
            ? courier.Deliver(expired, stop)
            : Task.CompletedTask);
        return invoice;
    }

    /// <summary>The payer has chosen a coin and sees an address; null when it is too late for that.</summary>
    public Invoice? Choose(string trackId, Coin coin) => invoices.Change(trackId, invoice => invoice.IsOpen
        ? invoice with { Coin = coin, Status = InvoiceStatus.Waiting }
        : null);

    /// <summary>The payer sends coins worth so many dollars; null when the invoice is not open. The rest happens by the clock.</summary>
    public Invoice? Pay(string trackId, decimal dollars, Coin coin)
    {
        var transfer = new Transfer(RandomNumberGenerator.GetHexString(64, lowercase: true), coin, dollars, time.GetUtcNow(), Confirmed: false);
        var paying = invoices.Change(trackId, invoice => invoice.IsOpen
            ? invoice with { Coin = coin, Transfer = transfer, Status = InvoiceStatus.Paying }
            : null);
        if (paying is not null)
            schedule.In(TimeSpan.Zero, stop => Settle(paying, stop));
        return paying;
    }

    /// <summary>Lets the lifetime end now and tells the shop; null when the invoice is not open.</summary>
    public Invoice? ExpireNow(string trackId)
    {
        var expired = Expire(trackId);
        if (expired is not null)
            schedule.In(TimeSpan.Zero, stop => courier.Deliver(expired, stop));
        return expired;
    }

    /// <summary>The merchant gives the payer his money back and the shop is told; null when nothing was paid, or it was given back before.</summary>
    public Invoice? Return(string trackId)
    {
        var refunded = invoices.Change(trackId, invoice => invoice.Status is InvoiceStatus.Paid or InvoiceStatus.Underpaid ? invoice with { Status = InvoiceStatus.Refunded } : null);
        if (refunded is not null)
            schedule.In(TimeSpan.Zero, stop => courier.Deliver(refunded, stop));
        return refunded;
    }

    private Invoice? Expire(string trackId) => invoices.Change(trackId, invoice => invoice.IsOpen
        ? invoice with { Status = InvoiceStatus.Expired }
        : null);

    private async Task Settle(Invoice paying, CancellationToken stop)
    {
        await courier.Deliver(paying, stop);
        await Task.Delay(settings.ConfirmAfter, time, stop);
        if (invoices.Change(paying.TrackId, invoice => invoice.Confirmed()) is { } settled)
            await courier.Deliver(settled, stop);
    }
}
