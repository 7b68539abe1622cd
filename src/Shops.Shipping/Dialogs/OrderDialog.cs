using System.Text.Json;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// The order in 18 questions, its review, and the choice of a rate (spec 2.2 - 2.5). It ends with everything a payment needs; nothing is bought or charged here.
/// </summary>
public sealed class OrderDialog(Func<Shipment, CancellationToken, Task<Found<Offers>>> quote, Pricing pricing, decimal discountPercent) : Dialog<ChosenRate>
{
    public const string DialogName = "order";

    private const string Quote = "rates";
    private const string RateKey = "rate";
    private const decimal HeaviestStandard = 10;
    private const decimal StandardSide = 10;

    public override string Name => DialogName;

    /// <summary>
    /// The answers with which the form opens at the choice of a rate: the same rates with the same ids while they are good (shipping:B10),
    /// asked for anew when they are not.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> AnswersOf(ChosenRate chosen, DateTimeOffset now) => chosen.Answers
        .Where(answer => answer.Key != RateKey && (now < chosen.Expires || !answer.Key.StartsWith(Quote + "#", StringComparison.Ordinal)))
        .ToDictionary(answer => answer.Key, answer => answer.Value);

    protected override CancelWords Words => OrderTexts.Cancel;

    protected override async Flow<ChosenRate> Talk()
    {
        var from = await Part("from", OrderTexts.Sender, () => Address(OrderTexts.SenderName, "John Smith", "215 Clayton St.", "Apt 4B", "San Francisco", "CA", "94102"));
        var to = await Part("to", OrderTexts.Recipient, () => Address(OrderTexts.RecipientName, "Mary Jones", "350 Fifth Ave", "Suite 200", "New York", "NY", "10118"));
        var parcel = await Part("parcel", OrderTexts.Parcel, Parcel);
        var shipment = new Shipment(from, to, parcel);
        await Review(OrderTexts.Review, OrderTexts.Confirm, ShipmentText.Of(shipment));
        var offers = await Once(
            Quote,
            JsonSerializer.Serialize(shipment, ShippingJson.Default.Shipment),
            OrderTexts.Calculating,
            ShippingJson.Default.Offers,
            (_, ct) => quote(shipment, ct));
        var rate = await Choice(RateKey, OrderTexts.ChooseRate, [.. offers.Rates.Select(Option)])
            .Label(OrderTexts.RateLabel)
            .Help(RatesText.Of(offers.Rates, Price))
            .Again(Quote, OrderTexts.RefreshRates);
        return new ChosenRate(shipment, rate, offers.Expires, Price(rate).Minor, Answers);
    }

    private async Flow<Address> Address(Text who, string name, string street, string street2, string city, string state, string zip) => new(
        await Text("name", who).Label(OrderTexts.NameLabel).Sample(name).Check(AddressRules.Name),
        await Text("street", OrderTexts.Street).Label(OrderTexts.StreetLabel).Sample(street).Check(AddressRules.Street),
        await Text("street2", OrderTexts.Street2).Label(OrderTexts.Street2Label).Sample(street2).Check(AddressRules.Street2).Optional(),
        await Text("city", OrderTexts.City).Label(OrderTexts.CityLabel).Sample(city).Check(AddressRules.City),
        await Text("state", OrderTexts.State).Label(OrderTexts.StateLabel).Sample(state).Tidy(typed => typed.ToUpperInvariant()).Check(AddressRules.State),
        await Text("zip", OrderTexts.Zip).Label(OrderTexts.ZipLabel).Sample(zip).Check(AddressRules.Zip),
        await Text("phone", OrderTexts.Phone).Label(OrderTexts.PhoneLabel).Sample("+11234567890").Tidy(AddressRules.TidyPhone).Check(AddressRules.Phone).Optional());

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
