using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>What a template is to be called from now on.</summary>
public sealed record TemplateName(TemplateId Id, string Name);
