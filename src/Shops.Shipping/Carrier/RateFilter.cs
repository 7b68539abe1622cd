using System.Collections.Frozen;

namespace Lavka.Shops.Shipping;

/// <summary>
/// Which of a carrier's rates a customer is shown (spec 4.1.3, rules 1 to 3), in order: USPS, FedEx, UPS, others, the cheapest first.
/// Of a service that is offered several times only the cheapest is left; at most five of a carrier and fifteen in all.
/// </summary>
public static class RateFilter
{
    private const int MostOfOne = 5;
    private const int Most = 15;
    private const string Hidden = "globalpost";

    private static readonly string[] Usps = ["usps_ground_advantage", "usps_priority_mail", "usps_priority_mail_express"];

    /// <summary>A carrier that is not named here sells all of its services.</summary>
    private static readonly FrozenDictionary<string, FrozenSet<string>> Sold = new Dictionary<string, FrozenSet<string>>
    {
        ["usps"] = [.. Usps],
        ["stamps_com"] = [.. Usps, "usps_first_class_mail", "usps_media_mail"],
        ["fedex_walleted"] = ["fedex_ground", "fedex_economy", "fedex_2day", "fedex_standard_overnight", "fedex_priority_overnight"],
        ["ups"] = ["ups_ground", "ups_3_day_select", "ups_2nd_day_air", "ups_next_day_air", "ups_next_day_air_saver"],
    }.ToFrozenDictionary();

    public static IReadOnlyList<Rate> Choose(IEnumerable<Rate> rates) =>
    [
        .. rates
            .Where(rate => IsShown(rate.CarrierCode) && (!Sold.TryGetValue(rate.CarrierCode, out var services) || services.Contains(rate.ServiceCode)))
            .OrderBy(rate => rate.CostCents)
            .DistinctBy(rate => (Who(rate), rate.Service))
            .GroupBy(Who)
            .SelectMany(ofOne => ofOne.Take(MostOfOne))
            .OrderBy(rate => rate.Carrier)
            .ThenBy(rate => rate.CostCents)
            .Take(Most),
    ];

    /// <summary>Whether customers see anything of this carrier at all (shipping:E04).</summary>
    public static bool IsShown(string carrierCode) => carrierCode != Hidden;

    /// <summary>Two accounts of one carrier, such as usps and stamps_com, are one to the customer.</summary>
    private static string Who(Rate rate) => rate.Carrier is Carrier.Other ? rate.CarrierCode : rate.Carrier.ToString();
}
