using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>What the top-up dialog ends with.</summary>
public sealed record TopUpWish(Money Amount, OrderId? Order);
