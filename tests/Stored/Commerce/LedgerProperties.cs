using FsCheck;
using FsCheck.Fluent;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;
using static Lavka.Stored.Commerce.Ledgers;

namespace Lavka.Stored.Commerce;

/// <summary>
/// Random stories of top-ups, reservations, captures and releases, with repeated keys, crashes before the commit and interleaved holds, on a real file.
/// After each story every invariant is counted from the rows, and the balances are compared with a model that knows nothing of double entry.
/// </summary>
public sealed class LedgerProperties
{
    private static readonly int Stories = TestEngine.IsSqlite ? 2_000 : 200;
    private const int KeptStories = 25;

    private static readonly Gen<Step> AnyStep =
        from act in Gen.Elements(Enum.GetValues<Act>())
        from key in Gen.Choose(0, 5)
        from customer in Gen.Choose(0, 1)
        from cents in Gen.Choose(1, 30_00)
        from crashes in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Step(act, key, customer, cents, crashes);

    [Fact, Covers("ledger:L1", "ledger:L2", "ledger:L3", "ledger:L4", "ledger:L5", "ledger:L13")]
    public async Task the_books_are_right_after_every_story()
    {
        await using var temp = await Open();
        var story = 0;
#pragma warning disable VSTHRD002 // FsCheck calls a property synchronously, and a test has no context to wait for itself on.
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Stories), Prop.ForAll(AnyStep.ListOf().ToArbitrary(), steps => Tell(temp, ++story, steps).GetAwaiter().GetResult()));
#pragma warning restore VSTHRD002
        await temp.BooksAreRight();
    }

    /// <summary>
    /// Each story has customers and keys of its own, so that one file serves them all; the invariants are checked over the whole file.
    /// Every twenty-fifth story is kept, which keeps the file small enough to be checked two thousand times.
    /// </summary>
    private static Task<bool> Tell(TempStore temp, int number, IEnumerable<Step> steps) => temp.Store.Write(async (tx, ct) =>
    {
        await tx.Sql("savepoint story").Run(ct);
        var story = $"s{number}";
        var model = new Model();
        foreach (var step in steps)
        {
            if (step.Crashes) await Crash(tx, story, step, ct);
            else (await Do(tx, story, step, ct)).ShouldBe(model.Do(step), $"{step}");
        }
        foreach (var (customer, expected) in model.Wallets.Index())
        {
            (await Ledger.Balance(tx, Account.Wallet(Customer(story, customer), Currency.Usd), ct)).Minor.ShouldBe(expected);
            (await Ledger.Balance(tx, Account.Held(Customer(story, customer), Currency.Usd), ct)).Minor.ShouldBe(model.Held(customer));
        }
        (await Ledger.Check(tx, ct)).ShouldBeEmpty();
        if (number % KeptStories != 0) await tx.Sql("rollback to story").Run(ct);
        return true;
    }, TestContext.Current.CancellationToken);

    private static async Task<bool> Do(StoreTransaction tx, string story, Step step, CancellationToken ct) => step.Act switch
    {
        Act.TopUp => await Ledger.Post(tx, TopUp($"{story}:p{step.Key}", Customer(story, step.Customer), step.Cents), ct) is PostResult.Posted,
        Act.Reserve => await Reserve(tx, story, step, ct),
        Act.Capture => await Holds.Capture(tx, $"{story}:o{step.Key}", Account.Revenue("labels", Currency.Usd), ct) is CloseResult.Closed,
        _ => await Holds.Release(tx, $"{story}:o{step.Key}", ct) is CloseResult.Closed,
    };

    private static async Task<bool> Reserve(StoreTransaction tx, string story, Step step, CancellationToken ct)
    {
        // A key belongs to one customer and amount; another one under it is a mistake that throws.
        if (await Holds.Find(tx, $"{story}:o{step.Key}", ct) is { } hold)
            return await Holds.Reserve(tx, hold.Key, hold.About, hold.Customer, hold.Amount, ct) is ReserveResult.Reserved;
        return await Holds.Reserve(tx, $"{story}:o{step.Key}", story, Customer(story, step.Customer), Usd(step.Cents), ct) is ReserveResult.Reserved;
    }

    /// <summary>What a crash before the commit does: everything since is gone.</summary>
    private static async Task Crash(StoreTransaction tx, string story, Step step, CancellationToken ct)
    {
        await tx.Sql("savepoint crash").Run(ct);
        await Do(tx, story, step, ct);
        await tx.Sql("rollback to crash").Run(ct);
    }

    private static CustomerId Customer(string story, int number) => new($"{story}:c{number}");

    private enum Act
    {
        TopUp,
        Reserve,
        Capture,
        Release,
    }

    private sealed record Step(Act Act, int Key, int Customer, int Cents, bool Crashes);

    /// <summary>What should happen, in the plainest words: pockets and what is laid aside.</summary>
    private sealed class Model
    {
        private readonly HashSet<int> _topUps = [];
        private readonly Dictionary<int, (int Customer, long Cents, bool IsOpen)> _holds = [];

        public long[] Wallets { get; } = new long[2];

        public long Held(int customer) => _holds.Values.Where(hold => hold.IsOpen && hold.Customer == customer).Sum(hold => hold.Cents);

        public bool Do(Step step)
        {
            switch (step.Act)
            {
                case Act.TopUp:
                    if (!_topUps.Add(step.Key)) return false;
                    Wallets[step.Customer] += step.Cents;
                    return true;
                case Act.Reserve:
                    if (Wallets[step.Customer] < step.Cents || !_holds.TryAdd(step.Key, (step.Customer, step.Cents, true))) return false;
                    Wallets[step.Customer] -= step.Cents;
                    return true;
                default:
                    if (!_holds.TryGetValue(step.Key, out var hold) || !hold.IsOpen) return false;
                    _holds[step.Key] = hold with { IsOpen = false };
                    if (step.Act is Act.Release) Wallets[hold.Customer] += hold.Cents;
                    return true;
            }
        }
    }
}
