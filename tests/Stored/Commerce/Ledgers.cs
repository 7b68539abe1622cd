using Lavka.Commerce;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

/// <summary>Short ways to say in a test what happens to the books.</summary>
internal static class Ledgers
{
    public static readonly CustomerId Anna = new("anna");

    public static readonly CustomerId John = new("john");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Money Usd(long cents) => new(cents, Currency.Usd);

    public static Task<TempStore> Open() => TempStore.Open(CommerceRoom.Schema);

    public static Posting TopUp(string payment, CustomerId customer, long cents) => Posting.Move(
        $"TopUp:{payment}", PostingReason.TopUp, payment, Account.Clearing("labels", "oxapay", Currency.Usd), Account.Wallet(customer, Currency.Usd), Usd(cents));

    public static Task<PostResult> Post(this TempStore temp, Posting posting) => temp.Store.Write((tx, ct) => Ledger.Post(tx, posting, ct), Ct);

    public static Task<ReserveResult> Reserve(this TempStore temp, string key, CustomerId customer, long cents) =>
        temp.Store.Write((tx, ct) => Holds.Reserve(tx, key, key, customer, Usd(cents), ct), Ct);

    public static Task<CloseResult> Capture(this TempStore temp, string key) =>
        temp.Store.Write((tx, ct) => Holds.Capture(tx, key, Account.Revenue("labels", Currency.Usd), ct), Ct);

    public static Task<CloseResult> Release(this TempStore temp, string key) => temp.Store.Write((tx, ct) => Holds.Release(tx, key, ct), Ct);

    public static async Task<long> Balance(this TempStore temp, Account account) => (await temp.Store.Read((tx, ct) => Ledger.Balance(tx, account, ct), Ct)).Minor;

    public static Task<long> Wallet(this TempStore temp, CustomerId customer) => temp.Balance(Account.Wallet(customer, Currency.Usd));

    public static Task<long> Held(this TempStore temp, CustomerId customer) => temp.Balance(Account.Held(customer, Currency.Usd));

    public static Task<long> Revenue(this TempStore temp) => temp.Balance(Account.Revenue("labels", Currency.Usd));

    public static Task<IReadOnlyList<LedgerViolation>> Check(this TempStore temp) => temp.Store.Read(Ledger.Check, Ct);

    public static async Task BooksAreRight(this TempStore temp) => (await temp.Check()).ShouldBeEmpty();
}
