namespace Lavka.Commerce;

/// <summary>The merchant accounts of all shops: which provider a shop uses under which name.</summary>
public sealed class PaymentProviders(IReadOnlyDictionary<string, IReadOnlyList<IPaymentProvider>> byShop)
{
    /// <summary>Null when this shop has no such provider, for instance because it has no credentials.</summary>
    public IPaymentProvider? Find(string shop, string provider) =>
        byShop.GetValueOrDefault(shop)?.FirstOrDefault(candidate => string.Equals(candidate.Name, provider, StringComparison.Ordinal));
}
