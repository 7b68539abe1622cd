using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>
/// What a shop may touch inside one turn: its customer, his money, orders and payments, and work for later. Everything is in the turn's transaction,
/// so either all of it happened or nothing did. It ends with the turn.
/// </summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly Alerts _alerts;
    private CommerceDb? _db;

    private Desk(StoreTransaction tx, Shop shop, ChatKey chat, Customer customer, Alerts alerts, Brought? brought = null)
    {
        (Transaction, Shop, Chat, Customer, _alerts, Brought) = (tx, shop, chat, customer, alerts, brought);
        (Customers, Orders, Payments, Choices, Templates) = (new Customers(tx), new Orders(this), new Payments(this), new Choices(this), new Templates(this));
    }

    public StoreTransaction Transaction { get; }

    public Shop Shop { get; }

    public ChatKey Chat { get; }

    public Customer Customer { get; }

    /// <summary>What the person calls himself now; empty when the desk was opened by something that he did not do.</summary>
    public string Name { get; private init; } = "";

    public Language Language => Customer.Language;

    public Customers Customers { get; }

    public Orders Orders { get; }

    public Payments Payments { get; }

    public Templates Templates { get; }

    public Choices Choices { get; }

    /// <summary>It is the owner who acts here: in his own chat, which the settings name.</summary>
    public bool IsOwner => Shop.Owner == Chat;

    /// <summary>As it was when the desk was opened: money may have moved since then where it can be written. Null when the owner has chosen since then, and where the customer is new.</summary>
    internal Brought? Brought { get; private set; }

    /// <summary>Most turns need no EF Core, so it joins them only when asked for.</summary>
    internal CommerceDb Db => _db ??= CommerceDb.Join(Transaction);

    /// <summary>When the turn began, UTC.</summary>
    public DateTimeOffset Now => Transaction.Now;

    /// <summary>The desk for a person who does something in a chat; <paramref name="language"/> counts only when he is new.</summary>
    public static async Task<Desk> Open(
        StoreTransaction tx, Shop shop, ChatKey chat, Person person, Language language, Alerts alerts, CancellationToken ct)
    {
        var (customer, brought) = await new Customers(tx).Meet(shop, chat, person, language, ct);
        return new(tx, shop, chat, customer, alerts, brought) { Name = person.Name };
    }

    /// <summary>The desk for what comes back into a chat, such as the result of a job; null when nobody ever wrote in it.</summary>
    public static async Task<Desk?> Return(StoreTransaction tx, Shop shop, ChatKey chat, Alerts alerts, CancellationToken ct) =>
        await new Customers(tx).In(chat, ct) is { } customer ? new Desk(tx, shop, chat, customer, alerts) : null;

    /// <summary>What the customer may spend.</summary>
    public Task<Money> Balance(Currency currency, CancellationToken ct) =>
        Transaction.IsSnapshot && Brought is { Balance: var balance } && balance.Currency == currency
            ? Task.FromResult(balance)
            : Ledger.Balance(Transaction, Account.Wallet(Customer.Id, currency), ct);

    /// <summary>Queues work whose result comes back into this chat.</summary>
    /// <returns>False when its key is known already; nothing was queued.</returns>
    public Task<bool> Later<TArgs, TResult>(Job<TArgs, TResult> job, TArgs args, string key, DateTimeOffset? due, CancellationToken ct) =>
        Later(job.With(args, key, due), ct);

    /// <inheritdoc cref="Later{TArgs,TResult}"/>
    public Task<bool> Later(QueuedJob job, CancellationToken ct) =>
        Jobs.Add(Transaction, new NewJob(job.Job, job.Key, job.Args, Chat, job.Due ?? Now), ct);

    /// <summary>Keeps a file, such as a label, for as long as the shop exists.</summary>
    /// <returns>The id under which a view can show it.</returns>
    public Task<string> Keep(ReadOnlyMemory<byte> content, string name, string mediaType, CancellationToken ct) => Files.Keep(Transaction, content, name, mediaType, ct);

    /// <summary>Tells the owner what needs a person, once per key.</summary>
    public Task Alert(Text text, string key, CancellationToken ct) => _alerts.Raise(Transaction, Shop, text, key, ct);

    /// <summary>What was read together with the customer is not true any more.</summary>
    internal void Forget() => Brought = null;

    public ValueTask DisposeAsync() => _db?.DisposeAsync() ?? ValueTask.CompletedTask;
}
