using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Asks the owner before the mode is switched (spec decision 21).</summary>
public sealed class AskModeScreen : Screen<Desk, AskModeScreen.Model>
{
    public override string Pattern => Routes.AskModePattern;

    /// <summary>The mode to switch to.</summary>
    public sealed record Model(CarrierMode To);

    protected override Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) =>
        Task.FromResult(desk.IsOwner && Enum.TryParse<CarrierMode>(at["to"], out var to) && Enum.IsDefined(to) ? new Model(to) : null);

    public override View Show(Model model) => new View(model.To is CarrierMode.Test ? OwnerTexts.AskTest : OwnerTexts.AskProduction)
        .Row(Button.To(OwnerTexts.SwitchNow, Routes.SetMode(model.To)))
        .Row(Button.To(ShopTexts.Back, Routes.Mode));
}
