namespace Lavka.Commerce;

/// <summary>What was read together with the customer because nearly every screen wants it: his wallet in the shop's currency, and the owner's latest choice of <see cref="Shop.Switch"/>.</summary>
internal sealed record Brought(Money Balance, string? Choice);
