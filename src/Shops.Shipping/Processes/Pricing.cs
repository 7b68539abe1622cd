using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>
/// What a customer pays for a rate (spec 5.3, decision 8): the carrier's cost plus a flat mark-up, less the customer's discount in percent, never below the cost.
/// 8.41 becomes 18.41; with 10 % it is 16.57.
/// </summary>
public sealed record Pricing(Money MarkUp)
{
    public Money Price(Money cost, decimal discountPercent = 0)
    {
        var full = cost + MarkUp;
        var price = full - full.Percent(discountPercent);
        return price < cost ? cost : price;
    }
}
