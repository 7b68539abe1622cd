using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>
/// The order of one label. <paramref name="Attempt"/> counts the times the customer paid; each has a hold of its own. The label is set once and never changes;
/// <paramref name="File"/> is the stored PDF. <paramref name="IsOver"/>: the rate's time ran out while the label was being bought, so a refusal ends the order.
/// </summary>
public sealed record LabelOrder(
    string Id, LabelState State, ChosenRate Chosen, int Attempt = 0, Label? Label = null, string? File = null, bool IsOver = false)
{
    public Money Price => new(Chosen.PriceCents, Currency.Usd);

    public OrderId OrderId => new(Id);

    /// <summary>The name of the hold of the current attempt.</summary>
    public string Hold => FormattableString.Invariant($"label/{Attempt}");
}
