using System.Globalization;
using Lavka.Shops.Shipping;
using Lavka.Talk;

namespace Lavka.Stored.Shops.Shipping.Deploy;

/// <summary>
/// The order form of some later release: a company is asked for, and the contents of the parcel; the second line of the street is gone, the state comes before the city,
/// the ZIP code has another key.
/// </summary>
internal sealed class NextOrderDialog : Dialog<string>
{
    /// <summary>The questions in their new order.</summary>
    public static readonly IReadOnlyList<string> Keys =
    [
        .. AddressKeys("from"), .. AddressKeys("to"), "parcel/weight", "parcel/contents", "parcel/length", "parcel/width", "parcel/height", "review",
    ];

    public override string Name => OrderDialog.DialogName;

    protected override async Flow<string> Talk()
    {
        var from = await Part("from", Say("From"), Address);
        var to = await Part("to", Say("To"), Address);
        var parcel = await Part("parcel", Say("Parcel"), Parcel);
        await Review(Say("Right?"), Say("Confirm"));
        return $"{from} > {to}: {parcel}";
    }

    private static IEnumerable<string> AddressKeys(string part) =>
        new[] { "name", "company", "street", "state", "city", "postcode", "phone" }.Select(key => part + "/" + key);

    private async Flow<string> Address() => string.Join(
        ", ",
        await Ask("name").Check(AddressRules.Name),
        await Ask("company"),
        await Ask("street").Check(AddressRules.Street),
        await Ask("state").Check(AddressRules.State),
        await Ask("city").Check(AddressRules.City),
        await Ask("postcode").Was("zip").Check(AddressRules.Zip),
        await Ask("phone").Check(AddressRules.Phone).Optional());

    private async Flow<string> Parcel() => string.Join(
        ", ",
        await Number("weight", Say("Weight")).Range(0.1m, 150),
        await Ask("contents"),
        await Side("length"),
        await Side("width"),
        await Side("height"));

    private async Flow<string> Side(string key) => (await Number(key, Say(key)).Range(0.1m, 108).Optional())?.ToString(CultureInfo.InvariantCulture) ?? "standard";

    private Ask<string> Ask(string key) => Text(key, Say(key));

    private static Text Say(string text) => Lavka.Talk.Text.Literal(text);
}
