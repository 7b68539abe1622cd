using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>One end of a template as it is to be from now on.</summary>
public sealed record TemplateAddress(TemplateId Id, Party Party, Address Address);
