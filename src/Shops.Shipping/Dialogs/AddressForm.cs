using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>A form that asks for addresses inside the USA, by seven questions each (spec 2.2, 2.3).</summary>
public abstract class AddressForm<T> : Dialog<T> where T : notnull
{
    private const string From = "from";
    private const string To = "to";

    /// <summary>Opens a form with these addresses given: nothing of them is asked, and everything can be edited.</summary>
    public static Dictionary<string, string?> AnswersOf(AddressPair pair) => AnswersOf(Party.Sender, pair.From).Concat(AnswersOf(Party.Recipient, pair.To)).ToDictionary();

    /// <inheritdoc cref="AnswersOf(AddressPair)"/>
    public static Dictionary<string, string?> AnswersOf(Party party, Address address)
    {
        var part = party is Party.Sender ? From : To;
        return new()
        {
            [part + "/name"] = address.Name,
            [part + "/street"] = address.Street,
            [part + "/street2"] = address.Street2,
            [part + "/city"] = address.City,
            [part + "/state"] = address.State,
            [part + "/zip"] = address.Zip,
            [part + "/phone"] = address.Phone,
        };
    }

    protected Flow<Address> Of(Party party) => party is Party.Sender
        ? Part(From, OrderTexts.Sender, () => Address(OrderTexts.SenderName, "John Smith", "215 Clayton St.", "Apt 4B", "San Francisco", "CA", "94102"))
        : Part(To, OrderTexts.Recipient, () => Address(OrderTexts.RecipientName, "Mary Jones", "350 Fifth Ave", "Suite 200", "New York", "NY", "10118"));

    private async Flow<Address> Address(Text who, string name, string street, string street2, string city, string state, string zip) => new(
        await Text("name", who).Label(OrderTexts.NameLabel).Sample(name).Check(AddressRules.Name).Suggest(Latin.Of),
        await Text("street", OrderTexts.Street).Label(OrderTexts.StreetLabel).Sample(street).Check(AddressRules.Street).Suggest(Latin.Of),
        await Text("street2", OrderTexts.Street2).Label(OrderTexts.Street2Label).Sample(street2).Check(AddressRules.Street2).Suggest(Latin.Of).Optional(),
        await Text("city", OrderTexts.City).Label(OrderTexts.CityLabel).Sample(city).Check(AddressRules.City).Suggest(Latin.Of),
        await Text("state", OrderTexts.State).Label(OrderTexts.StateLabel).Sample(state).Tidy(typed => typed.ToUpperInvariant()).Check(AddressRules.State),
        await Text("zip", OrderTexts.Zip).Label(OrderTexts.ZipLabel).Sample(zip).Check(AddressRules.Zip),
        await Text("phone", OrderTexts.Phone).Label(OrderTexts.PhoneLabel).Sample("+11234567890").Tidy(AddressRules.TidyPhone).Check(AddressRules.Phone).Optional());
}
