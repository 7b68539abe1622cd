using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>
/// Spending in two steps: reserve, then capture or release, never both. Every step has effect once per hold's key, however often it is repeated.
/// </summary>
public static class Holds
{
    /// <exception cref="InvalidOperationException">The key belongs to a hold of another customer or amount: a mistake.</exception>
    public static async Task<ReserveResult> Reserve(StoreTransaction tx, string key, string about, CustomerId customer, Money amount, CancellationToken ct)
    {
        var (wallet, held) = (Account.Wallet(customer, amount.Currency), Account.Held(customer, amount.Currency));
        switch (await Ledger.Post(tx, Posting.Move($"{PostingReason.Reserve}:{key}", PostingReason.Reserve, about, wallet, held, amount), ct))
        {
            case PostResult.Insufficient(_, var missing):
                return new ReserveResult.Insufficient(missing);
            case PostResult.AlreadyPosted:
                return Again(await Find(tx, key, ct), key, customer, amount);
        }
        await tx.Sql("""
            insert into ledger_holds (key, about, customer, currency, amount, state, reserved_at)
            values (@key, @about, @customer, @currency, @amount, 'Held', @now)
            """, ("key", key), ("about", about), ("customer", customer.Value),
            ("currency", amount.Currency.Code), ("amount", amount.Minor), ("now", tx.Now)).Run(ct);
        return new ReserveResult.Reserved(new Hold(key, about, customer, amount, HoldState.Held));
    }

    /// <summary>Spends what is held: it goes to <paramref name="to"/>.</summary>
    public static Task<CloseResult> Capture(StoreTransaction tx, string key, Account to, CancellationToken ct) =>
        Close(tx, key, HoldState.Captured, PostingReason.Capture, _ => to, ct);

    /// <summary>Gives what is held back to the wallet, exactly.</summary>
    public static Task<CloseResult> Release(StoreTransaction tx, string key, CancellationToken ct) =>
        Close(tx, key, HoldState.Released, PostingReason.Release, hold => Account.Wallet(hold.Customer, hold.Amount.Currency), ct);

    public static Task<Hold?> Find(StoreTransaction tx, string key, CancellationToken ct) =>
        tx.Sql("select about, customer, amount, currency, state from ledger_holds where key = @key", ("key", key)).First(
            row => new Hold(key, row.Text(0), new CustomerId(row.Text(1)), new Money(row.Long(2), Currency.Of(row.Text(3))), row.Named<HoldState>(4)), ct);

    private static ReserveResult.AlreadyReserved Again(Hold? hold, string key, CustomerId customer, Money amount) =>
        hold is null ? throw new InvalidOperationException($"The books know of the hold {key}, and there is none.")
        : hold.Customer == customer && hold.Amount == amount ? new ReserveResult.AlreadyReserved(hold)
        : throw new InvalidOperationException($"The hold {key} is for {hold.Amount} of {hold.Customer}, not for {amount} of {customer}.");

    private static async Task<CloseResult> Close(
        StoreTransaction tx, string key, HoldState state, PostingReason reason, Func<Hold, Account> to, CancellationToken ct)
    {
        if (await Find(tx, key, ct) is not { } hold) return new CloseResult.NoSuchHold();
        if (hold.State == state) return new CloseResult.AlreadyClosed(hold);
        if (hold.State is not HoldState.Held) return new CloseResult.ClosedOtherwise(hold);

        await tx.Sql("update ledger_holds set state = @state, closed_at = @now where key = @key", ("state", state), ("now", tx.Now), ("key", key)).Run(ct);
        var posting = Posting.Move($"{reason}:{key}", reason, hold.About, Account.Held(hold.Customer, hold.Amount.Currency), to(hold), hold.Amount);
        return await Ledger.Post(tx, posting, ct) is PostResult.Posted
            ? new CloseResult.Closed(hold with { State = state })
            : throw new InvalidOperationException($"The books do not hold what the hold {key} says.");
    }
}
