using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>Addresses to be kept under a name, in the place of one of the customer's templates or, when that is null, as a new one.</summary>
public sealed record TemplateWish(AddressPair Addresses, string Name, TemplateId? Replaces);
