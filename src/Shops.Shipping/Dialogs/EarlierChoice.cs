using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>
/// What a customer had chosen before he came back to the rates, and what it was to cost him (US cents): a change is told to him, never slipped in
/// (shipping:B10).
/// </summary>
public sealed record EarlierChoice(string CarrierCode, string ServiceCode, string Who, string Service, long PriceCents)
{
    public static EarlierChoice Of(ChosenRate chosen) =>
        new(chosen.Rate.CarrierCode, chosen.Rate.ServiceCode, chosen.Rate.Who, chosen.Rate.Service, chosen.PriceCents);

    public Money Price => new(PriceCents, Currency.Usd);

    /// <summary>The same service among other rates.</summary>
    public Rate? Among(IEnumerable<Rate> rates) => rates.FirstOrDefault(rate => rate.CarrierCode == CarrierCode && rate.ServiceCode == ServiceCode);
}
