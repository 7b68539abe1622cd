using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>
/// Runs a shop's pure <paramref name="decide"/> over its stored orders: load, decide, carry out, save, all in the turn's transaction.
/// <paramref name="name"/> is stored with every order and never renamed; <paramref name="stateName"/> names a state for the panel and for queries.
/// </summary>
public sealed class Process<TState, TEvent>(
    string name, JsonTypeInfo<TState> json, Func<TState, string> stateName, Func<TState, TEvent, Decision<TState, TEvent>> decide)
{
    public async Task<Order> Begin(Desk desk, OrderId id, TState state, CancellationToken ct)
    {
        var order = new Order
        {
            Id = id, Shop = desk.Shop.Id, CustomerId = desk.Customer.Id, Process = name,
            State = stateName(state), Details = Write(state), CreatedAt = desk.Now, ChangedAt = desk.Now,
        };
        await desk.Orders.Add(order, ct);
        return order;
    }

    /// <summary>What an order of this process holds; null when the customer has no such order.</summary>
    public async Task<TState?> Read(Desk desk, OrderId id, CancellationToken ct) =>
        await desk.Orders.Find(id, name, ct) is { } order ? Read(order) : default;

    /// <summary>What a row of <see cref="Orders"/> holds.</summary>
    public TState Read(Order order) =>
        JsonSerializer.Deserialize(order.Details, json) ?? throw new InvalidOperationException($"The order {order.Id} is empty.");

    public async Task<ProcessOutcome<TState>> Handle(Desk desk, OrderId id, TEvent happened, CancellationToken ct)
    {
        if (await desk.Orders.Find(id, name, ct) is not { } order) return new ProcessOutcome<TState>.NoSuchOrder();
        var state = Read(order);
        return decide(state, happened) switch
        {
            Decision<TState, TEvent>.Next next => await Move(desk, order, next, ct),
            Decision<TState, TEvent>.Ignored ignored => new ProcessOutcome<TState>.Ignored(state, ignored.Reason),
            var decision => throw new InvalidOperationException($"A decision of an unknown kind: {decision}."),
        };
    }

    private async Task<ProcessOutcome<TState>> Move(Desk desk, Order order, Decision<TState, TEvent>.Next next, CancellationToken ct)
    {
        var views = new List<View>();
        while (await Carry(desk, order.Id, next.Effects, views, ct) is { } shortage)
            next = decide(next.State, shortage.Event) as Decision<TState, TEvent>.Next
                ?? throw new InvalidOperationException($"The process {name} says nothing of too little money in {stateName(next.State)}.");
        (order.State, order.Details, order.ChangedAt) = (stateName(next.State), Write(next.State), desk.Now);
        await desk.Orders.Save(order, ct);
        return new ProcessOutcome<TState>.Moved(next.State, views);
    }

    /// <returns>The event that takes the place of the remaining effects, null when all were carried out.</returns>
    private static async Task<Shortage?> Carry(Desk desk, OrderId id, IReadOnlyList<Effect<TEvent>> effects, List<View> views, CancellationToken ct)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect<TEvent>.Reserve reserve when !await desk.Orders.Reserve(id, reserve.Name, reserve.Amount, ct):
                    return new Shortage(reserve.IfShort);
                case Effect<TEvent>.Reserve:
                    break;
                case Effect<TEvent>.Capture capture:
                    await desk.Orders.Capture(id, capture.Name, ct);
                    break;
                case Effect<TEvent>.Release release:
                    await desk.Orders.Release(id, release.Name, ct);
                    break;
                case Effect<TEvent>.Later later:
                    await desk.Later(later.Job, ct);
                    break;
                case Effect<TEvent>.Tell tell:
                    views.Add(tell.View);
                    break;
                case Effect<TEvent>.Alert alert:
                    await desk.Alert(alert.Text, alert.Key, ct);
                    break;
                default:
                    throw new InvalidOperationException($"An effect of an unknown kind: {effect}.");
            }
        }
        return null;
    }

    private string Write(TState state) => JsonSerializer.Serialize(state, json);

    private sealed record Shortage(TEvent Event);
}
