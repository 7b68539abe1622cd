using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// For the owner alone: purchases that the carrier never answered, each with what he may say of it after he has looked there. To anybody else
/// it does not exist.
/// </summary>
public sealed class UnresolvedScreen : Screen<Desk, UnresolvedScreen.Model>
{
    private const int AtOnce = 5;

    public override string Pattern => Routes.Unresolved;

    /// <summary>Those that have waited longest.</summary>
    public sealed record Model(IReadOnlyList<LabelOrder> Orders);

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) => desk.IsOwner
        ? new Model([.. (await desk.Orders.OfShop(LabelProcess.Name, nameof(LabelState.Unresolved), AtOnce, ct)).Select(LabelProcess.Process.Read)])
        : null;

    public override View Show(Model model)
    {
        if (model.Orders.Count == 0) return new View(OwnerTexts.NothingUnresolved).Row(Button.To(DialogTexts.Home, Routes.Home));
        var lines = model.Orders.SelectMany(order => new[] { Text.Empty, LabelViews.Told(OwnerTexts.UnresolvedLine, order) });
        var view = new View(Text.Lines([OwnerTexts.Unresolved, .. lines]));
        foreach (var order in model.Orders)
        {
            view = view
                .Row(Button.To(LabelViews.Told(OwnerTexts.WasBought, order), Routes.WasBought(order.OrderId)))
                .Row(Button.To(LabelViews.Told(OwnerTexts.WasNotBought, order), Routes.NotBought(order.OrderId)));
        }
        return view.Row(Button.To(DialogTexts.Home, Routes.Home));
    }
}
