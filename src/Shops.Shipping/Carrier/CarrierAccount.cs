namespace Lavka.Shops.Shipping;

/// <summary>A carrier that the merchant's account can ship with now: the vendor's id of it, and its code such as <c>stamps_com</c>.</summary>
public sealed record CarrierAccount(string Id, string Code);
