using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>What an owner decides about his shop of labels.</summary>
public sealed record ShippingSettings
{
    /// <summary>Added to every label, US cents; $10 by default (spec 5.3).</summary>
    public Money MarkUp { get; init; } = new(1000, Currency.Usd);

    /// <summary>Where customers write to a person: an https or tg address; null shows no such button.</summary>
    public string? Support { get; init; }
}
