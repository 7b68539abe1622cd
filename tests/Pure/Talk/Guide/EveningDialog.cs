using System.Text.RegularExpressions;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Guide;

/// <summary>Everything that a dialog is made of, in the order of docs/dialogs.md.</summary>
public sealed partial class EveningDialog(
    Func<int, CancellationToken, Task<IReadOnlyList<string>>> freeTables, Func<string, string, CancellationToken, Task<Found<string>>> holdDeposit) : Dialog<Evening>
{
    public override string Name => "evening";

    protected override async Flow<Evening> Talk()
    {
        var guest = await Part("guest", new(ru: "👤 Гость", en: "👤 Guest"), Guest);

        var guests = await Number("guests", new(ru: "Сколько вас будет?", en: "How many will you be?"))
            .Label(new(ru: "Гостей", en: "Guests"))
            .Sample("2", "7")
            .Range(1, 12)
            .Check(number => number == decimal.Truncate(number), new(ru: "Целое число, пожалуйста.", en: "A whole number, please."));

        var place = await Choice<Place>("place", new(ru: "Где вам удобнее?", en: "Where would you like to sit?"), Named).Label(new(ru: "Место", en: "Place"));
        var blankets = place is Place.Terrace && await Choice("blankets", new(ru: "Приготовить пледы?", en: "Shall we lay out blankets?"), Yes, No);

        List<string> dishes = [];
        for (var i = 1; i <= 3; i++)
        {
            var dish = await Text($"dish/{i}", new Text(ru: "Блюдо {n}?", en: "Dish {n}?").With("n", i))
                .Sample("Borscht", "Blini").Length(2, 60).Optional(new(ru: "⏭️ Больше ничего", en: "⏭️ Nothing more"));
            if (dish is null) break;
            dishes.Add(dish);
        }

        var free = await Look($"tables/{guests}", ct => freeTables((int)guests, ct));
        var table = await Choice("table", new(ru: "Какой столик?", en: "Which table?"), [.. free.Select(Table)]);

        await Review(new(ru: "Всё верно?", en: "Is everything right?"), new(ru: "✅ Забронировать", en: "✅ Book it"));

        var deposit = await Once(
            "deposit",
            $"{table}/{guests}",
            new(ru: "⏳ Держим столик…", en: "⏳ Holding the table…"),
            ScratchJson.Default.String,
            (key, ct) => holdDeposit(key, table, ct));

        return new Evening(guest, (int)guests, place, blankets, string.Join(", ", dishes), table, deposit);
    }

    private async Flow<Guest> Guest() => new(
        await Text("name", new(ru: "Как вас зовут?", en: "What is your name?")).Label(new(ru: "Имя", en: "Name")).Sample("Anna").Length(2, 40),
        await Text("phone", new(ru: "Телефон? Можно пропустить.", en: "A phone? You may skip it.")).Label(new(ru: "Телефон", en: "Phone"))
            .Sample("+37120000000").Tidy(typed => typed.Replace(" ", ""))
            .Matches(Phone, new(ru: "Номер начинается с + и кода страны.", en: "A number begins with + and the country."))
            .Optional());

    private static Text Named(Place place) => place switch
    {
        Place.Hall => new(ru: "🏛 В зале", en: "🏛 In the hall"),
        _ => new(ru: "🌿 На террасе", en: "🌿 On the terrace"),
    };

    private static Option<bool> Yes => new("yes", new(ru: "Да", en: "Yes"), true);

    private static Option<bool> No => new("no", new(ru: "Нет", en: "No"), false);

    private static Option<string> Table(string number) => new(number, new Text(ru: "Столик {n}", en: "Table {n}").With("n", number), number);

    [GeneratedRegex(@"^\+[0-9]{8,15}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Phone { get; }
}
