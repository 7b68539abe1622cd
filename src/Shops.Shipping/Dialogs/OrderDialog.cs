using System.Text.Json;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// The order in 18 questions, its review, and the choice of a rate (spec 2.2 - 2.5). It ends with everything a payment needs; nothing is bought or charged here.
/// Without <paramref name="mode"/> the carrier is asked with the shop's real key.
/// </summary>
public sealed class OrderDialog(
    Func<Shipment, CarrierMode, CancellationToken, Task<Found<Offers>>> quote, Pricing pricing, decimal discountPercent,
    Func<CancellationToken, Task<CarrierMode>>? mode)
    : AddressForm<ChosenRate>
{
    public const string DialogName = "order";

    private const string Quote = "rates";
    private const string RateKey = "rate";
    private const string Earlier = "earlier";
    private const decimal HeaviestStandard = 10;
    private const decimal StandardSide = 10;

    public OrderDialog(Func<Shipment, CancellationToken, Task<Found<Offers>>> quote, Pricing pricing, decimal discountPercent)
        : this((shipment, _, ct) => quote(shipment, ct), pricing, discountPercent, mode: null)
    {
    }

    public override string Name => DialogName;

    /// <summary>
    /// The answers with which the form opens at the choice of a rate: the same rates with the same ids while they are good (shipping:B10),
    /// asked for anew when they are not. What was chosen is given along, so that another price is told.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> AnswersOf(ChosenRate chosen, DateTimeOffset now) => chosen.Answers
        .Where(answer => answer.Key is not (RateKey or Earlier) && (now < chosen.Expires || !answer.Key.StartsWith(Quote + "#", StringComparison.Ordinal)))
        .Append(new(Earlier, JsonSerializer.Serialize(EarlierChoice.Of(chosen), ShippingJson.Default.EarlierChoice)))
        .ToDictionary(answer => answer.Key, answer => answer.Value);

    protected override CancelWords Words => OrderTexts.Cancel;

    protected override async Flow<ChosenRate> Talk()
    {
        var from = await Of(Party.Sender);
        var to = await Of(Party.Recipient);
        var parcel = await Part("parcel", OrderTexts.Parcel, Parcel);
        var shipment = new Shipment(from, to, parcel);
        await Review(OrderTexts.Review, OrderTexts.Confirm, ShipmentText.Of(shipment))
            .Opens(TemplateTexts.Save, SaveTemplateDialog.DialogName, () => SaveTemplateDialog.Of(new AddressPair(from, to)));
        var with = mode is null ? CarrierMode.Production : await Look("mode", mode);
        var offers = await Once(
            Quote,
            JsonSerializer.Serialize(shipment, ShippingJson.Default.Shipment) + (with is CarrierMode.Test ? "|test" : ""),
            OrderTexts.Calculating,
            ShippingJson.Default.Offers,
            (_, ct) => quote(shipment, with, ct));
        if (with is CarrierMode.Test) Say(OrderTexts.TestMode);
        if (Given(Earlier) is { } written && JsonSerializer.Deserialize(written, ShippingJson.Default.EarlierChoice) is { } earlier
            && Changed(earlier, offers) is { } change) Say(change);
        var rate = await Choice(RateKey, OrderTexts.ChooseRate, [.. offers.Rates.Select(Option)])
            .Label(OrderTexts.RateLabel)
            .Help(RatesText.Of(offers.Rates, Price))
            .Again(Quote, OrderTexts.RefreshRates);
        return new ChosenRate(shipment, rate, offers.Expires, Price(rate).Minor, Answers, with);
    }

    /// <summary>Null when what was chosen before costs the same now.</summary>
    private Text? Changed(EarlierChoice earlier, Offers offers)
    {
        var what = earlier.Among(offers.Rates) is not { } now ? OrderTexts.RateGone
            : Price(now) == earlier.Price ? null
            : OrderTexts.PriceChanged.With("now", Price(now).AsText());
        return what?.With("carrier", earlier.Who).With("service", earlier.Service).With("before", earlier.Price.AsText());
    }

    private async Flow<Parcel> Parcel()
    {
        var weight = await Number("weight", OrderTexts.Weight).Label(OrderTexts.WeightLabel).Sample("5.5", "40")
            .Range(0.1m, 150, RuleTexts.Weight).Shown(value => OrderTexts.Pounds.With("n", value));
        if (weight > HeaviestStandard)
        {
            Say(OrderTexts.SizesNeeded);
            return new Parcel(weight, await Side("length", OrderTexts.Length, OrderTexts.LengthLabel), await Side("width", OrderTexts.Width, OrderTexts.WidthLabel),
                await Side("height", OrderTexts.Height, OrderTexts.HeightLabel));
        }
        // Whoever takes the standard for one side takes it for those that follow.
        var length = await Side("length", OrderTexts.Length, OrderTexts.LengthLabel).Help(OrderTexts.StandardHelp).Optional(OrderTexts.StandardSizes, OrderTexts.Standard);
        var width = length is null ? null : await Side("width", OrderTexts.Width, OrderTexts.WidthLabel).Optional(OrderTexts.StandardSizes, OrderTexts.Standard);
        var height = width is null ? null : await Side("height", OrderTexts.Height, OrderTexts.HeightLabel).Optional(OrderTexts.StandardSizes, OrderTexts.Standard);
        return new Parcel(weight, length ?? StandardSide, width ?? StandardSide, height ?? StandardSide);
    }

    private Ask<decimal> Side(string key, Text prompt, Text label) => Number(key, prompt).Label(label).Sample("10")
        .Range(0.1m, 108, RuleTexts.Dimension).Shown(value => OrderTexts.Inches.With("n", value));

    private Option<Rate> Option(Rate rate) => new(rate.Id, RatesText.Button(rate, Price(rate)), rate);

    private Money Price(Rate rate) => pricing.Price(rate.Cost, discountPercent);
}
