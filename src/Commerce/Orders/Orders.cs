using Lavka.Durable;
using Microsoft.EntityFrameworkCore;

namespace Lavka.Commerce;

/// <summary>The orders of the customer at this desk. A foreign order is not found, whatever its id.</summary>
public sealed class Orders(Desk desk)
{
    private const string Own = "select id, shop, customer, process, state, version, details, created_at, changed_at from orders where customer = @customer";

    public async Task<Order?> Find(OrderId id, CancellationToken ct) => await desk.Db.Orders.FindAsync([id], ct) is { } order && order.CustomerId == desk.Customer.Id ? order : null;

    /// <summary>The customer's own, the latest first: plain SQL, for looking at and not for changing.</summary>
    public Task<IReadOnlyList<Order>> Latest(int count, CancellationToken ct) => desk.Transaction.Sql(
        $"{Own} order by created_at desc, id desc limit @count", ("customer", desk.Customer.Id.Value), ("count", count)).All(Read, ct);

    /// <summary>Those that were placed before one of them, the latest first; none when it is not one of his own. A page costs the same however far back it is.</summary>
    public Task<IReadOnlyList<Order>> Older(OrderId than, int count, CancellationToken ct) => desk.Transaction.Sql($"""
        {Own} and (created_at, id) < (select created_at, id from orders where id = @than and customer = @customer)
        order by created_at desc, id desc limit @count
        """, ("customer", desk.Customer.Id.Value), ("than", than.Value), ("count", count)).All(Read, ct);

    /// <summary>Those that were placed right after one of them, the latest first.</summary>
    /// <inheritdoc cref="Older"/>
    public async Task<IReadOnlyList<Order>> Newer(OrderId than, int count, CancellationToken ct) => [.. (await desk.Transaction.Sql($"""
        {Own} and (created_at, id) > (select created_at, id from orders where id = @than and customer = @customer)
        order by created_at, id limit @count
        """, ("customer", desk.Customer.Id.Value), ("than", than.Value), ("count", count)).All(Read, ct)).Reverse()];

    /// <summary>The customer's own in one state, the latest first: for looking at and not for changing.</summary>
    public Task<IReadOnlyList<Order>> In(string process, string state, int count, CancellationToken ct) => desk.Transaction.Sql(
        $"{Own} and process = @process and state = @state order by created_at desc, id desc limit @count",
        ("customer", desk.Customer.Id.Value), ("process", process), ("state", state), ("count", count)).All(Read, ct);

    /// <summary>Orders of all customers of this shop in one state, those that have been in it longest first.</summary>
    /// <exception cref="InvalidOperationException">Somebody else than the owner asks: a mistake of the shop's author.</exception>
    public async Task<IReadOnlyList<Order>> OfShop(string process, string state, int count, CancellationToken ct)
    {
        DemandOwner();
        return await desk.Db.Orders.Where(order => order.Shop == desk.Shop.Id && order.Process == process && order.State == state)
            .OrderBy(order => order.ChangedAt).ThenBy(order => order.Id).Take(count).ToListAsync(ct);
    }

    /// <summary>Queues work about an order of any customer of this shop; its result comes back into the chat of that customer.</summary>
    /// <returns>False when the shop has no such order, or the same work is queued already.</returns>
    /// <exception cref="InvalidOperationException">Somebody else than the owner asks: a mistake of the shop's author.</exception>
    public async Task<bool> Later(OrderId id, QueuedJob job, CancellationToken ct)
    {
        DemandOwner();
        var chat = await desk.Transaction.Sql("""
            select i.chat from orders o join identities i on i.customer = o.customer and i.bot = @bot where o.id = @id and o.shop = @shop limit 1
            """, ("bot", desk.Chat.Bot.Value), ("id", id.Value), ("shop", desk.Shop.Id)).First(row => row.Text(0), ct);
        if (chat is null) return false;
        return await Jobs.Add(desk.Transaction, new NewJob(job.Job, job.Key, job.Args, desk.Chat with { Chat = chat }, job.Due ?? desk.Now), ct);
    }

    /// <summary>What is or was set aside for an order under a name; null when nothing was.</summary>
    public Task<Hold?> HoldOf(OrderId id, string name, CancellationToken ct) => Holds.Find(desk.Transaction, Key(id, name), ct);

    internal async Task<Order?> Find(OrderId id, string process, CancellationToken ct) =>
        await Find(id, ct) is { } order && string.Equals(order.Process, process, StringComparison.Ordinal) ? order : null;

    internal Task Add(Order order, CancellationToken ct)
    {
        desk.Db.Add(order);
        return desk.Db.SaveChangesAsync(ct);
    }

    internal Task Save(Order order, CancellationToken ct)
    {
        order.Version++;
        return desk.Db.SaveChangesAsync(ct);
    }

    /// <returns>False when the customer has too little; nothing moved.</returns>
    internal async Task<bool> Reserve(OrderId id, string name, Money amount, CancellationToken ct) =>
        await Holds.Reserve(desk.Transaction, Key(id, name), id.Value, desk.Customer.Id, amount, ct) is not ReserveResult.Insufficient;

    internal async Task Capture(OrderId id, string name, CancellationToken ct)
    {
        var hold = await Get(id, name, ct);
        Demand(await Holds.Capture(desk.Transaction, hold.Key, Account.Revenue(desk.Shop.Id, hold.Amount.Currency), ct));
    }

    internal async Task Release(OrderId id, string name, CancellationToken ct)
    {
        var hold = await Get(id, name, ct);
        Demand(await Holds.Release(desk.Transaction, hold.Key, ct));
    }

    private async Task<Hold> Get(OrderId id, string name, CancellationToken ct) =>
        await HoldOf(id, name, ct) ?? throw new InvalidOperationException($"Nothing was ever reserved for the order {id} under {name}.");

    private void DemandOwner()
    {
        if (!desk.IsOwner) throw new InvalidOperationException("Only the owner acts on orders of other people.");
    }

    /// <summary>A process that captures what it has released, or the other way round, is wrong; its turn must not count.</summary>
    private static void Demand(CloseResult result)
    {
        if (result is CloseResult.ClosedOtherwise(var hold)) throw new InvalidOperationException($"The hold {hold.Key} is {hold.State} already.");
    }

    private static Order Read(Row row) => new()
    {
        Id = new OrderId(row.Text(0)), Shop = row.Text(1), CustomerId = new CustomerId(row.Text(2)), Process = row.Text(3), State = row.Text(4),
        Version = row.Long(5), Details = row.Text(6), CreatedAt = row.Time(7), ChangedAt = row.Time(8),
    };

    private static string Key(OrderId id, string name) => $"order:{id}:{name}";
}
