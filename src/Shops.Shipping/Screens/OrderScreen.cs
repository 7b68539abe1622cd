using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>A screen of one order of this customer; a foreign order is not found.</summary>
public abstract class OrderScreen : Screen<Desk, OrderScreen.Model>
{
    /// <summary>An order and what its customer can spend.</summary>
    public sealed record Model(LabelOrder Order, Money Balance)
    {
        public Money Shortage => Order.Price - Balance;
    }

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) =>
        OrderId.Read(at["id"]) is { } id && await LabelProcess.Process.Read(desk, id, ct) is { } order
            ? new Model(order, await desk.Balance(Currency.Usd, ct))
            : null;
}
