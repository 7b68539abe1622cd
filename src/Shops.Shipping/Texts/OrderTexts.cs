using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The words of the order form. Labels are those that customers of the old bot know (spec 10.2).</summary>
internal static class OrderTexts
{
    public static readonly Text Sender = new(ru: "📤 Отправитель", en: "📤 Sender");
    public static readonly Text Recipient = new(ru: "📥 Получатель", en: "📥 Recipient");
    public static readonly Text Parcel = new(ru: "📦 Посылка", en: "📦 Parcel");

    public static readonly Text SenderName = new(ru: "Имя отправителя?", en: "The sender's name?");
    public static readonly Text RecipientName = new(ru: "Имя получателя?", en: "The recipient's name?");
    public static readonly Text Street = new(ru: "Улица и номер дома?", en: "Street and number?");
    public static readonly Text Street2 = new(ru: "Квартира или офис? Если нет — пропустите.", en: "Apartment or suite? Skip it if there is none.");
    public static readonly Text City = new(ru: "Город?", en: "City?");
    public static readonly Text State = new(ru: "Штат, две буквы?", en: "State, two letters?");
    public static readonly Text Zip = new(ru: "Почтовый индекс (ZIP)?", en: "ZIP code?");
    public static readonly Text Phone = new(ru: "Телефон? Можно пропустить.", en: "Phone? You may skip it.");

    public static readonly Text NameLabel = new(ru: "Имя", en: "Name");
    public static readonly Text StreetLabel = new(ru: "Адрес", en: "Street");
    public static readonly Text Street2Label = new(ru: "Квартира/офис", en: "Apt/suite");
    public static readonly Text CityLabel = new(ru: "Город", en: "City");
    public static readonly Text StateLabel = new(ru: "Штат", en: "State");
    public static readonly Text ZipLabel = new(ru: "Индекс", en: "ZIP");
    public static readonly Text PhoneLabel = new(ru: "Телефон", en: "Phone");

    public static readonly Text Weight = new(ru: "Вес посылки в фунтах (lb)?", en: "Weight of the parcel in pounds (lb)?");
    public static readonly Text Length = new(ru: "Длина в дюймах (in)?", en: "Length in inches (in)?");
    public static readonly Text Width = new(ru: "Ширина в дюймах (in)?", en: "Width in inches (in)?");
    public static readonly Text Height = new(ru: "Высота в дюймах (in)?", en: "Height in inches (in)?");
    public static readonly Text WeightLabel = new(ru: "Вес", en: "Weight");
    public static readonly Text LengthLabel = new(ru: "Длина", en: "Length");
    public static readonly Text WidthLabel = new(ru: "Ширина", en: "Width");
    public static readonly Text HeightLabel = new(ru: "Высота", en: "Height");
    public static readonly Text Pounds = Text.Same("{n} lb");
    public static readonly Text Inches = Text.Same("{n} in");
    public static readonly Text StandardSizes = new(ru: "⏭️ Использовать стандартные размеры", en: "⏭️ Use standard sizes");
    public static readonly Text Standard = new(ru: "10 in (стандарт)", en: "10 in (standard)");
    public static readonly Text StandardHelp = new(ru: "Стандартные размеры: 10×10×10 дюймов.", en: "Standard sizes: 10×10×10 inches.");
    public static readonly Text SizesNeeded = new(ru: "Для посылки тяжелее 10 фунтов размеры обязательны.", en: "Above 10 pounds the sizes are needed.");
    public static readonly Text LargeParcel = new(
        ru: "⚠️ Длина плюс обхват больше 165 дюймов: перевозчик может взять доплату или не принять посылку.",
        en: "⚠️ Length plus girth is more than 165 inches: a carrier may charge extra or refuse the parcel.");

    public static readonly Text Review = new(ru: "📋 ПРОВЕРКА ДАННЫХ ЗАКАЗА", en: "📋 CHECK YOUR ORDER");
    public static readonly Text Confirm = new(ru: "✅ Всё верно, показать тарифы", en: "✅ All correct, show rates");
    public static readonly Text Summary = new(ru: "<b>{part}</b>\n{lines}", en: "<b>{part}</b>\n{lines}");
    public static readonly Text Place = new(ru: "{city}, {state} {zip}", en: "{city}, {state} {zip}");
    public static readonly Text PhoneLine = new(ru: "📞 {phone}", en: "📞 {phone}");
    public static readonly Text ParcelLine = Text.Same("{weight} lb · {length} × {width} × {height} in");

    public static readonly Text Calculating = new(ru: "⏳ Подбираем тарифы перевозчиков…", en: "⏳ Asking the carriers for rates…");
    public static readonly Text ChooseRate = new(ru: "🚚 Выберите тариф", en: "🚚 Choose a rate");
    public static readonly Text RateLabel = new(ru: "Тариф", en: "Rate");
    public static readonly Text RateButton = new(ru: "{icon} {carrier} {service} — {price}", en: "{icon} {carrier} {service} — {price}");
    public static readonly Text RateGroup = new(ru: "{icon} <b>{carrier}</b>", en: "{icon} <b>{carrier}</b>");
    public static readonly Text RateLine = new(ru: "• {service}{days} — {price}", en: "• {service}{days} — {price}");
    public static readonly Text RateDay = new(ru: ", 1 дн. ({date})", en: ", 1 day ({date})");

    public static readonly Text RateDays = new(ru: ", {days} дн. ({date})", en: ", {days} days ({date})");
    public static readonly Text RefreshRates = new(ru: "🔄 Обновить тарифы", en: "🔄 Refresh rates");

    public static readonly Text TestMode = new(
        ru: "🧪 Тестовый режим: купленная этикетка не годится для отправки.",
        en: "🧪 Test mode: a label bought now cannot be used for shipping.");

    public static readonly Text PriceChanged = new(
        ru: "⚠️ Цена изменилась: {carrier} {service} стоил {before}, теперь {now}.",
        en: "⚠️ The price has changed: {carrier} {service} was {before} and is {now} now.");

    public static readonly Text RateGone = new(
        ru: "⚠️ {carrier} {service} за {before} больше не предлагается, выберите другой тариф.",
        en: "⚠️ {carrier} {service} for {before} is no longer offered; please choose another rate.");

    public static readonly Text NoCarriers = new(
        ru: "❌ Сейчас нет доступных перевозчиков. Мы уже знаем об этом; попробуйте немного позже.",
        en: "❌ No carrier is available just now. We know about it; please try again a little later.");

    public static readonly Text NoCarriersForOwner = new(
        ru: "⚠️ Ни один перевозчик не подключён: клиенты не видят тарифов. Проверьте аккаунты в ShipStation.",
        en: "⚠️ No carrier is connected: customers see no rates. Please check the accounts at ShipStation.");

    public static readonly Text NoRates = new(
        ru: "❌ Для этого отправления нет тарифов. Проверьте адреса, вес и размеры.",
        en: "❌ There is no rate for this shipment. Please check addresses, weight and sizes.");

    public static readonly Text RatesRefused = new(
        ru: "❌ Перевозчик не принял данные отправления. Проверьте адреса, вес и размеры.\nОтвет перевозчика: {why}",
        en: "❌ The carrier did not accept the shipment. Please check addresses, weight and sizes.\nThe carrier says: {why}");

    public static readonly Text SenderRefused = new(
        ru: "❌ Перевозчик не нашёл адрес отправителя. Проверьте улицу, город, штат и индекс.\nОтвет перевозчика: {why}",
        en: "❌ The carrier does not find the sender's address. Please check street, city, state and ZIP.\nThe carrier says: {why}");

    public static readonly Text RecipientRefused = new(
        ru: "❌ Перевозчик не нашёл адрес получателя. Проверьте улицу, город, штат и индекс.\nОтвет перевозчика: {why}",
        en: "❌ The carrier does not find the recipient's address. Please check street, city, state and ZIP.\nThe carrier says: {why}");

    public static readonly CancelWords Cancel = new(
        Ask: new Text(
            ru: "⚠️ Вы уверены, что хотите отменить заказ? Все введённые данные будут потеряны.",
            en: "⚠️ Do you really want to cancel the order? Everything you have entered will be lost."),
        Stay: new Text(ru: "↩️ Вернуться к заказу", en: "↩️ Return to the order"),
        Leave: new Text(ru: "✅ Да, отменить заказ", en: "✅ Yes, cancel the order"),
        Left: new Text(ru: "❌ Создание заказа отменено.", en: "❌ The order was cancelled."),
        Unfinished: new Text(
            ru: "✍️ У вас есть незаконченный заказ. Продолжить с того же места или отменить его?",
            en: "✍️ You have an unfinished order. Go on from the same place, or cancel it?"));
}
