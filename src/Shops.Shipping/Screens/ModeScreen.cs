using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// For the owner alone: with which of its keys the shop works at the carrier, and the way to the other one (shipping:E08). To anybody else it does not exist.
/// </summary>
public sealed class ModeScreen(Selling selling) : Screen<Desk, ModeScreen.Model>
{
    public override string Pattern => Routes.Mode;

    /// <summary>What is on now, and the last characters of its key.</summary>
    public sealed record Model(CarrierMode Mode, string Key, bool HasTest);

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct)
    {
        if (!desk.IsOwner) return null;
        var mode = await CarrierModes.Read(desk, selling.HasTest, ct);
        return new Model(mode, selling.KeyOf(mode), selling.HasTest);
    }

    public override View Show(Model model)
    {
        var now = OwnerTexts.ModeNow.With("mode", OwnerTexts.NameOf(model.Mode)).With("key", model.Key);
        var view = new View(Text.Lines(now, model.HasTest ? null : OwnerTexts.NoTestKey));
        var other = model.Mode is CarrierMode.Test ? CarrierMode.Production : CarrierMode.Test;
        if (model.HasTest) view = view.Row(Button.To(OwnerTexts.SwitchTo.With("mode", OwnerTexts.NameOf(other)), Routes.AskMode(other)));
        return view.Row(Button.To(DialogTexts.Home, Routes.Home));
    }
}
