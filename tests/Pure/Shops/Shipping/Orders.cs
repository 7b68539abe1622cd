using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>A customer in the order form, with a carrier that offers what a test says.</summary>
internal sealed class Orders
{
    /// <summary>The questions of the form and an answer to each, in their order; null skips.</summary>
    public static readonly IReadOnlyList<(string Key, string? Answer)> Usual =
    [
        ("from/name", "John Smith"), ("from/street", "215 Clayton St."), ("from/street2", null), ("from/city", "San Francisco"), ("from/state", "CA"),
        ("from/zip", "94102"), ("from/phone", null),
        ("to/name", "Mary Jones"), ("to/street", "350 Fifth Ave"), ("to/street2", "Suite 200"), ("to/city", "New York"), ("to/state", "NY"),
        ("to/zip", "10118-0110"), ("to/phone", "+12125550102"),
        ("parcel/weight", "5.5"), ("parcel/length", "12"), ("parcel/width", "8.25"), ("parcel/height", "4"),
    ];

    public List<Shipment> Quoted { get; } = [];

    public IReadOnlyList<Rate> Rates { get; set; } =
    [
        Rate("r-1", Carrier.Usps, "Ground Advantage", 8_41),
        Rate("r-2", Carrier.FedEx, "2Day", 21_00),
        Rate("r-3", Carrier.Ups, "Ground", 9_99),
    ];

    public Text? Refusal { get; set; }

    public decimal Discount { get; init; }

    public static Rate Rate(string id, Carrier carrier, string service, long cents) =>
        new(id, "se-1", carrier.ToString(), carrier, service.ToUpperInvariant(), service, cents, 3, new DateOnly(2026, 3, 5));

    public TestChat Open(IReadOnlyDictionary<string, string?>? answers = null) => TestChat.With(Dialog, answers);

    /// <summary>The form at this question, or "review" behind the last.</summary>
    public TestChat At(string key, IReadOnlyList<(string Key, string? Answer)>? answers = null)
    {
        var chat = Open();
        foreach (var (question, answer) in answers ?? Usual)
        {
            if (question == key) break;
            chat.Answer(answer);
        }
        return chat;
    }

    public TestChat AtReview() => At("review");

    public TestChat AtRates() => AtReview().Tap("All correct").Work();

    private OrderDialog Dialog() => new(Quote, new Pricing(new Money(10_00, Currency.Usd)), Discount);

    private Task<Found<Offers>> Quote(Shipment shipment, CancellationToken ct)
    {
        Quoted.Add(shipment);
        return Task.FromResult<Found<Offers>>(Refusal is { } why ? new Found<Offers>.Refused(why) : new Found<Offers>.Value(new Offers(Rates, DateTimeOffset.UnixEpoch)));
    }
}
