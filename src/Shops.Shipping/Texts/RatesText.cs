using System.Globalization;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Rates as a person compares them: grouped by carrier, cheapest first, with days and date.</summary>
internal static class RatesText
{
    public static Text Of(IReadOnlyList<Rate> rates, Func<Rate, Money> price) => Text.Lines(rates
        .GroupBy(rate => rate.Who)
        .SelectMany(group => group
            .Select(rate => OrderTexts.RateLine.With("service", rate.Service).With("days", Days(rate)).With("price", price(rate).AsText()))
            .Prepend(OrderTexts.RateGroup.With("icon", Icon(group.First().Carrier)).With("carrier", group.Key))
            .Prepend(Text.Empty)));

    public static Text Button(Rate rate, Money price) => OrderTexts.RateButton
        .With("icon", Icon(rate.Carrier)).With("carrier", rate.Who).With("service", rate.Service).With("price", price.AsText());

    /// <summary>Empty for a carrier that only its own name can tell.</summary>
    public static string Name(Carrier carrier) => carrier switch
    {
        Carrier.Usps => "USPS",
        Carrier.FedEx => "FedEx",
        Carrier.Ups => "UPS",
        _ => "",
    };

    public static string Icon(Carrier carrier) => carrier switch
    {
        Carrier.Usps => "🦅",
        Carrier.FedEx => "⚡",
        Carrier.Ups => "🛡",
        _ => "📦",
    };

    private static Text Days(Rate rate) => rate is { Days: { } days, Arrives: { } arrives }
        ? (days == 1 ? OrderTexts.RateDay : OrderTexts.RateDays.With("days", days)).With("date", arrives.ToString("dd.MM", CultureInfo.InvariantCulture))
        : Text.Empty;
}
