using Lavka.Talk;
using Microsoft.EntityFrameworkCore;

namespace Lavka.Commerce;

/// <summary>
/// Top-ups of the customer at this desk. Notification, poll and the customer's "check" all end in <see cref="Settle"/>, the one function that moves money:
/// its ledger key is the provider's own id of the payment, so no repetition and no order of events credits twice (invariant L5).
/// </summary>
public sealed class Payments(Desk desk)
{
    /// <summary>
    /// Begins a top-up. <paramref name="returnRoute"/> is where the shop continues with <paramref name="order"/>: a button leads there when the
    /// money has come.
    /// </summary>
    public async Task<TopUp> TopUp(Money amount, OrderId? order, Route? returnRoute, CancellationToken ct)
    {
        if (desk.Shop.PaymentProvider is not { } provider) return new TopUp.NotOffered();
        if (!desk.Shop.TopUpLimits.Allow(amount)) return new TopUp.OutOfLimits(desk.Shop.TopUpLimits);
        var payment = new Payment
        {
            Id = PaymentId.New(), Shop = desk.Shop.Id, CustomerId = desk.Customer.Id, Bot = desk.Chat.Bot.Value, Chat = desk.Chat.Chat,
            Provider = provider, Currency = amount.Currency, RequestedMinor = amount.Minor,
            OrderId = order, ReturnRoute = returnRoute?.Path, CreatedAt = desk.Now,
        };
        desk.Db.Add(payment);
        await desk.Db.SaveChangesAsync(ct);
        await desk.Later(CreateInvoice.Of(payment, PaymentTexts.Description.Plain(desk.Language)), ct);
        return new TopUp.Begun(payment.Id, amount);
    }

    /// <summary>
    /// The same amount for the same order once more, after an invoice whose time is over or that could not be made (shipping:D17). Asked for twice, it is one invoice: while one
    /// for the same is open, that one is meant (shipping:D21).
    /// </summary>
    public async Task<TopUp> Again(PaymentId id, CancellationToken ct)
    {
        if (await Find(id, ct) is not { State: PaymentState.Expired or PaymentState.Failed } over) return new TopUp.NothingToRepeat();
        var open = await desk.Db.Payments
            .Where(payment => payment.CustomerId == over.CustomerId && payment.Currency == over.Currency && payment.RequestedMinor == over.RequestedMinor && payment.OrderId == over.OrderId
                && (payment.State == PaymentState.Created || payment.State == PaymentState.Pending || payment.State == PaymentState.Paying || payment.State == PaymentState.Underpaid))
            .OrderByDescending(payment => payment.CreatedAt)
            .FirstOrDefaultAsync(ct);
        return open is null ? await TopUp(over.Requested, over.OrderId, over.ReturnRoute is { } route ? new Route(route) : null, ct) : new TopUp.StillOpen(open);
    }

    /// <summary>The customer's own payment, null when it is not his or does not exist.</summary>
    public Task<Payment?> Find(PaymentId id, CancellationToken ct) =>
        desk.Db.Payments.FirstOrDefaultAsync(payment => payment.Id == id && payment.CustomerId == desk.Customer.Id, ct);

    /// <summary>The customer's invoices that can still be paid, the latest first.</summary>
    public async Task<IReadOnlyList<Payment>> Open(CancellationToken ct) => await desk.Db.Payments
        .Where(payment => payment.CustomerId == desk.Customer.Id && (payment.State == PaymentState.Pending || payment.State == PaymentState.Underpaid))
        .OrderByDescending(payment => payment.CreatedAt)
        .ToListAsync(ct);

    /// <summary>
    /// The customer wants to know: the provider is asked, and the answer comes as a message. At most one question in ten seconds is put.
    /// </summary>
    /// <returns>False when the payment is not his or cannot be asked about.</returns>
    public async Task<bool> Check(PaymentId id, CancellationToken ct)
    {
        if (await Find(id, ct) is not { TrackId: not null } payment) return false;
        await Ask(payment, CheckCause.Asked, 0, $"{id}:asked:{desk.Now.ToUnixTimeSeconds() / 10}", desk.Now, ct);
        return true;
    }

    /// <summary>The provider issued the invoice, or refused to.</summary>
    public async Task<IReadOnlyList<View>> Issue(PaymentId id, Invoice invoice, CancellationToken ct)
    {
        var payment = await Get(id, ct);
        if (invoice is not Invoice.Issued issued)
            return await Apply(payment, new PaymentEvent.Refused((invoice as Invoice.Refused)?.Why ?? "no answer"), ct);
        if (PaymentProcess.Decide(payment.State, payment.Requested, new PaymentEvent.Issued()) is PaymentDecision.Moved) payment.Issued(issued);
        var views = await Apply(payment, new PaymentEvent.Issued(), ct);
        await Ask(payment, CheckCause.Polled, 1, $"{id}:poll:1", desk.Now + PollSchedule.Every, ct);
        return views;
    }

    /// <summary>Applies what the provider answered. Whatever has been applied before changes nothing.</summary>
    public async Task<IReadOnlyList<View>> Settle(CheckArgs check, Inquiry inquiry, CancellationToken ct)
    {
        var payment = await Get(new PaymentId(check.Payment), ct);
        IReadOnlyList<View> views = inquiry is Inquiry.Found(var seen) ? await Observe(payment, seen, ct) : [];
        if (check.Cause is CheckCause.Asked && views.Count == 0) views = [PaymentViews.Of(payment, await Balance(payment, ct))];
        return check.Cause is CheckCause.Polled && payment.IsOpen ? [.. views, .. await PollAgain(payment, check.Poll, ct)] : views;
    }

    private async Task<IReadOnlyList<View>> Observe(Payment payment, Observation seen, CancellationToken ct)
    {
        var value = seen.Value ?? await SignedValue(payment, ct);
        if (payment.Credited is { } credited && value is { } now && now > credited)
            await desk.Alert(PaymentViews.MoreArrived(payment, credited, now), $"{payment.Id}:{now.Minor}", ct);
        return await Apply(payment, new PaymentEvent.Observed(seen.Status, value, IsOver: desk.Now >= payment.ExpiresAt), ct);
    }

    private async Task<IReadOnlyList<View>> Apply(Payment payment, PaymentEvent happened, CancellationToken ct)
    {
        if (PaymentProcess.Decide(payment.State, payment.Requested, happened) is not PaymentDecision.Moved(var state, var effects)) return [];
        payment.Move(state, desk.Now);
        foreach (var credit in effects.OfType<PaymentEffect.Credit>()) await Credit(payment, credit.Amount, ct);
        if (effects.OfType<PaymentEffect.TakeBack>().Any()) await TakeBack(payment, ct);
        await desk.Db.SaveChangesAsync(ct);
        if (effects.OfType<PaymentEffect.TellOwner>().Any()) await desk.Alert(PaymentViews.ForOwner(payment, happened), $"{payment.Id}:{state}", ct);
        return effects.OfType<PaymentEffect.TellCustomer>().Any() ? [PaymentViews.Of(payment, await Balance(payment, ct))] : [];
    }

    private async Task Credit(Payment payment, Money amount, CancellationToken ct)
    {
        var name = $"{payment.Provider}:{payment.TrackId}";
        var posting = Posting.Move(
            $"{PostingReason.TopUp}:{name}", PostingReason.TopUp, name,
            Account.Clearing(payment.Shop, payment.Provider, amount.Currency), Account.Wallet(payment.CustomerId, amount.Currency), amount);
        if (await Ledger.Post(desk.Transaction, posting, ct) is not PostResult.Posted)
            throw new InvalidOperationException($"The books have a credit for {name} that the payment {payment.Id} does not know.");
        payment.Fulfilled(amount, desk.Now);
    }

    /// <summary>Never below zero: what is spent or set aside already is the owner's to settle with his customer, and he is told how much it is (shipping:D18).</summary>
    private async Task TakeBack(Payment payment, CancellationToken ct)
    {
        var credited = payment.Credited ?? throw new InvalidOperationException($"The payment {payment.Id} is paid, and nobody knows how much was credited.");
        var (name, balance) = ($"{payment.Provider}:{payment.TrackId}", await Balance(payment, ct));
        var taken = balance < credited ? balance : credited;
        if (taken.IsPositive)
        {
            var posting = Posting.Move(
                $"{PostingReason.TopUpReturned}:{name}", PostingReason.TopUpReturned, name,
                Account.Wallet(payment.CustomerId, taken.Currency), Account.Clearing(payment.Shop, payment.Provider, taken.Currency), taken);
            if (await Ledger.Post(desk.Transaction, posting, ct) is not PostResult.Posted)
                throw new InvalidOperationException($"The books have taken {name} back already, and the payment {payment.Id} does not know.");
        }
        if (taken < credited) await desk.Alert(PaymentViews.SpentAlready(payment, taken, credited - taken), $"{payment.Id}:spent", ct);
    }

    /// <summary>
    /// The worth that a signed notification told, for answers to an inquiry that do not tell it (the samples of OxaPay's Payment Information page
    /// do not).
    /// </summary>
    private async Task<Money?> SignedValue(Payment payment, CancellationToken ct) =>
        await desk.Transaction.Sql("""
            select value from payment_events where payment = @payment and status = @status and value is not null order by received_at desc limit 1
            """, ("payment", payment.Id.Value), ("status", ProviderStatus.Paid)).First(row => row.LongOrNull(0), ct) is { } minor
            ? new Money(minor, payment.Currency)
            : null;

    private async Task<IReadOnlyList<View>> PollAgain(Payment payment, int poll, CancellationToken ct)
    {
        if (PollSchedule.Next(payment.State, payment.ExpiresAt ?? payment.CreatedAt, desk.Now) is { } due)
        {
            await Ask(payment, CheckCause.Polled, poll + 1, $"{payment.Id}:poll:{poll + 1}", due, ct);
            return [];
        }
        if (payment.State is PaymentState.Pending) return await Apply(payment, new PaymentEvent.TimeIsUp(), ct);
        await desk.Alert(PaymentTexts.Stuck.With("payment", payment.TrackId!).With("state", payment.State), $"{payment.Id}:stuck", ct);
        return [];
    }

    private Task<bool> Ask(Payment payment, CheckCause cause, int poll, string key, DateTimeOffset due, CancellationToken ct) =>
        desk.Later(CheckPayment.Of(payment, cause, poll, key, due), ct);

    private Task<Money> Balance(Payment payment, CancellationToken ct) =>
        Ledger.Balance(desk.Transaction, Account.Wallet(payment.CustomerId, payment.Currency), ct);

    private async Task<Payment> Get(PaymentId id, CancellationToken ct) =>
        await desk.Db.Payments.FindAsync([id], ct) ?? throw new InvalidOperationException($"There is no payment {id}.");
}
