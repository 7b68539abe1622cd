using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>A customer's orders that wait for payment. There is one at most: choosing a rate anew takes the place of the order before (spec decision 12).</summary>
internal static class UnpaidOrders
{
    private const int Looked = 10;

    public static async Task<IReadOnlyList<LabelOrder>> Of(Desk desk, CancellationToken ct) =>
        [.. (await desk.Orders.In(LabelProcess.Name, nameof(LabelState.Unpaid), Looked, ct)).Select(LabelProcess.Process.Read)];
}
