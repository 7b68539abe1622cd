namespace Lavka.Shops.Shipping;

/// <summary>
/// A carrier that the merchant's account can ship with now: the vendor's id of it, its code such as <c>stamps_com</c>, and what the vendor calls it.
/// <paramref name="FundsCents"/> is what is left in its wallet (US cents); null for a carrier that bills afterwards.
/// </summary>
public sealed record CarrierAccount(string Id, string Code, string? Name = null, long? FundsCents = null);
