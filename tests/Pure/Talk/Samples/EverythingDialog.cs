using Lavka.Talk;

namespace Lavka.Pure.Talk.Samples;

/// <summary>A dialog with every kind of question, as a shop that lets rooms might ask.</summary>
public sealed class EverythingDialog : Dialog<string>
{
    public static readonly DateOnly Today = new(2026, 12, 14);

    private static readonly Option<string>[] Extras =
    [
        new("wifi", new(ru: "🛜 Интернет", en: "🛜 Internet"), "wifi"),
        new("parking", new(ru: "🚗 Стоянка", en: "🚗 Parking"), "parking"),
        new("cot", new(ru: "🛏 Детская кроватка", en: "🛏 A cot"), "cot"),
    ];

    /// <summary>Keys in the order of the questions.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        ["name", "guests", "way", "extras", "pets", "visit", "stay", "id", "rooms", "passport", "phone", "where", "code"];

    public override string Name => "everything";

    public override TimeSpan? Expires => TimeSpan.FromHours(24);

    public override TimeSpan? Remind => TimeSpan.FromHours(1);

    protected override async Flow<string> Talk()
    {
        var name = await Text("name", new(ru: "Как вас зовут?", en: "What is your name?")).Label(new(ru: "Имя", en: "Name")).Sample("Anna").Length(2, 40);
        var guests = await Number("guests", new(ru: "Сколько гостей?", en: "How many guests?")).Label(new(ru: "Гости", en: "Guests")).Range(1, 9).Sample("2");
        var way = await Choice<Way>("way", new(ru: "Как передать ключи?", en: "How shall we hand over the keys?"), WayTexts.Label).Label(new(ru: "Ключи", en: "Keys"));
        var extras = await Many("extras", new(ru: "Что добавить?", en: "What shall we add?"), Extras, least: 1, most: 2).Label(new(ru: "Дополнительно", en: "Extras"));
        var pets = await Confirm("pets", new(ru: "Будут животные?", en: "Any pets?")).Label(new(ru: "Животные", en: "Pets"));
        var visit = await Day("visit", new(ru: "Когда посмотреть квартиру?", en: "When shall we show you the flat?"), Today, Today.AddDays(30), [Today.AddDays(1)]).Label(new(ru: "Осмотр", en: "Visit"));
        var stay = await Stay("stay", new(ru: "На какие дни?", en: "Which days?"), visit, visit.AddDays(60), [visit.AddDays(5)]).Label(new(ru: "Проживание", en: "Stay"));
        var id = await Photo("id", new(ru: "Фото документа?", en: "A photo of your document?")).Label(new(ru: "Документ", en: "Document"));
        var rooms = await Photos("rooms", new(ru: "Что не понравилось в прошлый раз?", en: "What was wrong last time?"), least: 1, most: 3).Label(new(ru: "Снимки", en: "Pictures"));
        var passport = await File("passport", new(ru: "Договор?", en: "The contract?")).Label(new(ru: "Договор", en: "Contract")).Types("application/pdf");
        var phone = await Contact("phone", new(ru: "Ваш телефон?", en: "Your phone?")).Label(new(ru: "Телефон", en: "Phone"));
        var where = await Place("where", new(ru: "Где вас встретить?", en: "Where shall we meet you?")).Label(new(ru: "Место", en: "Place"));
        var code = await Secret("code", new(ru: "Придумайте код для двери.", en: "Choose a code for the door.")).Label(new(ru: "Код", en: "Code")).Length(4, 8);
        await Review(new(ru: "Всё верно?", en: "Is everything right?"), new(ru: "✅ Верно", en: "✅ Confirm"));
        return $"{name} {guests:0} {way} {string.Join('+', extras)} {pets} {visit:MM-dd} {stay.Nights} {id.File} {rooms.Count} {passport.File} {phone.Phone} {where.Latitude:0} {code}";
    }
}
