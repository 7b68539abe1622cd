using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>What the buttons of the owner's screens do. Pressed by anybody else, however he came by one, they do nothing.</summary>
internal static class OwnerActs
{
    public static Task<Next> WasBought(Desk desk, RouteArgs at, CancellationToken ct) => Say(desk, at, wasBought: true, ct);

    public static Task<Next> WasNotBought(Desk desk, RouteArgs at, CancellationToken ct) => Say(desk, at, wasBought: false, ct);

    public static async Task<Next> Switch(Desk desk, RouteArgs at, bool hasTest, CancellationToken ct)
    {
        if (!desk.IsOwner || !hasTest || !Enum.TryParse<CarrierMode>(at["to"], out var to) || !Enum.IsDefined(to)) return new Next.Stay(OwnerTexts.NotYours);
        if (await CarrierModes.Read(desk, hasTest, ct) != to) await CarrierModes.Switch(desk, to, ct);
        return new Next.Show(new Route(Routes.Mode));
    }

    private static async Task<Next> Say(Desk desk, RouteArgs at, bool wasBought, CancellationToken ct)
    {
        if (!desk.IsOwner || OrderId.Read(at["id"]) is not { } id) return new Next.Stay(OwnerTexts.NotYours);
        var order = (await desk.Orders.OfShop(LabelProcess.Name, nameof(LabelState.Unresolved), int.MaxValue, ct)).FirstOrDefault(row => row.Id == id);
        if (order is null) return new Next.Stay(OwnerTexts.Resolved);
        await desk.Orders.Later(id, Verdict.Queue(LabelProcess.Process.Read(order), wasBought, desk.Now), ct);
        return new Next.Stay(OwnerTexts.Looking);
    }
}
