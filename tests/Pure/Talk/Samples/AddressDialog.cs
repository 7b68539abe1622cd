using Lavka.Talk;

namespace Lavka.Pure.Talk.Samples;

/// <summary>The form of docs/talk.md.</summary>
public sealed class AddressDialog : Dialog<Address>
{
    public override string Name => "address";

    protected override async Flow<Address> Talk()
    {
        var city = await Text("city", new(ru: "Какой город?", en: "Which city?")).Sample("Riga").Length(2, 60);
        var way = await Choice<Way>("way", new(ru: "Как доставить?", en: "How shall we deliver?"), WayTexts.Label);
        var door = way is Way.Courier ? await Part("door", Door) : null;
        var phone = await Text("phone", new(ru: "Телефон для курьера?", en: "A phone for the courier?")).Sample("+37129")
            .Check(typed => typed.StartsWith('+'), new(ru: "Начните с +.", en: "Start with +, please."));
        await Review(new(ru: "Всё верно?", en: "Is everything right?"), new(ru: "✅ Верно", en: "✅ Confirm"));
        return new Address(city, way, door, phone);
    }

    private async Flow<Door> Door() => new(
        await Text("street", new(ru: "Улица и дом?", en: "Street and house?")).Sample("Brivibas 1").Length(3, 120),
        await Text("flat", new(ru: "Квартира?", en: "Flat?")).Sample("12").Optional());
}
