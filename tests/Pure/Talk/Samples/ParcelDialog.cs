using System.Text.Json.Serialization;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Samples;

/// <summary>A long form: two addresses and a parcel, a review, prices from the world, a choice among them.</summary>
/// <param name="quote">Prices for a weight, given the idempotency key.</param>
public sealed partial class ParcelDialog(Func<string, decimal, Found<decimal[]>> quote) : Dialog<Parcel>
{
    public ParcelDialog() : this((_, weight) => new Found<decimal[]>.Value([weight + 5, weight + 9]))
    {
    }

    public override string Name => "parcel";

    protected override async Flow<Parcel> Talk()
    {
        var from = await Part("from", new(ru: "📤 Отправитель", en: "📤 Sender"), Party);
        var to = await Part("to", new(ru: "📥 Получатель", en: "📥 Recipient"), Party);
        var (weight, sides) = await Part("box", new(ru: "📦 Посылка", en: "📦 Parcel"), Box);
        await Review(new(ru: "Проверка данных", en: "Check the data"), new(ru: "✅ Всё верно", en: "✅ All right"));
        var prices = await Once(
            "prices",
            $"{from} {to} {weight} {sides}",
            new(ru: "Считаем…", en: "Calculating…"),
            Numbers.Default.DecimalArray,
            (key, _) => Task.FromResult(quote(key, weight)));
        var price = await Choice("price", new(ru: "Какой тариф?", en: "Which rate?"), [.. prices.Select((price, at) => new Option<decimal>($"rate{at}", Cost(price), price))])
            .Again("prices", new(ru: "🔄 Обновить цены", en: "🔄 Fresh prices"));
        return new Parcel(from, to, weight, sides, price);
    }

    private async Flow<Party> Party() => new(
        await Text("name", new(ru: "Имя?", en: "Name?")).Sample("John Smith").Length(2, 50),
        await Text("street", new(ru: "Улица?", en: "Street?")).Sample("215 Clayton St.").Length(3, 100),
        await Text("flat", new(ru: "Квартира?", en: "Apartment?")).Sample("Apt 4B").Optional(),
        await Text("city", new(ru: "Город?", en: "City?")).Sample("San Francisco").Length(2, 50),
        await Text("state", new(ru: "Штат?", en: "State?")).Sample("CA").Tidy(typed => typed.ToUpperInvariant())
            .Check(code => code is "CA" or "NY" or "TX", new(ru: "Две буквы: CA, NY, TX.", en: "Two letters, e.g. CA, NY, TX.")),
        await Text("zip", new(ru: "Индекс?", en: "ZIP?")).Sample("94102").Length(5, 10),
        await Text("phone", new(ru: "Телефон?", en: "Phone?")).Sample("+11234567890").Optional());

    private async Flow<(decimal Weight, Sides Sides)> Box()
    {
        var weight = await Number("weight", new(ru: "Вес, фунты?", en: "Weight, lb?")).Sample("5.5").Range(0.1m, 150);
        var standard = weight <= 10 && await Choice("standard", new(ru: "Обычная коробка?", en: "The usual box?"), YesNo);
        return (weight, standard ? new Sides(10, 10, 10) : new Sides(await Side("length"), await Side("width"), await Side("height")));
    }

    private Ask<decimal> Side(string key) => Number(key, new(ru: $"Размер: {key}?", en: $"Side: {key}?")).Sample("10").Range(0.1m, 108);

    private static IReadOnlyList<Option<bool>> YesNo => [new("yes", new(ru: "Да", en: "Yes"), true), new("no", new(ru: "Нет", en: "No"), false)];

    private static Text Cost(decimal price) => new Text(ru: "{price} долл.", en: "${price}").With("price", price);

    [JsonSerializable(typeof(decimal[]))]
    private sealed partial class Numbers : JsonSerializerContext;
}
