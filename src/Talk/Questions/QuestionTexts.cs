namespace Lavka.Talk;

/// <summary>What the kinds of questions say for themselves.</summary>
internal static class QuestionTexts
{
    public static readonly Text Secret = new(ru: "•••", en: "•••");
    public static readonly Text SecretGoes = new(ru: "🔒 Ваше сообщение будет удалено из чата.", en: "🔒 Your message will be deleted from the chat.");
    public static readonly Text Usual = new(ru: "👌 {answer}", en: "👌 {answer}");
    public static readonly Text UsualOption = new(ru: "⭐ {label}", en: "⭐ {label}");
    public static readonly Text NoOptions = new(ru: "Выбирать сейчас не из чего.", en: "There is nothing to choose from at the moment.");

    public static readonly Text Yes = new(ru: "Да", en: "Yes");
    public static readonly Text No = new(ru: "Нет", en: "No");
    public static readonly Text YesOrNo = new(ru: "Ответьте «да» или «нет».", en: "Please answer yes or no.");

    public static readonly Text On = new(ru: "☑ {label}", en: "☑ {label}");
    public static readonly Text Off = new(ru: "☐ {label}", en: "☐ {label}");
    public static readonly Text Done = new(ru: "✅ Готово", en: "✅ Done");
    public static readonly Text DoneCount = new(ru: "✅ Готово ({count})", en: "✅ Done ({count})");
    public static readonly Text StartOver = new(ru: "🗑 Начать сначала", en: "🗑 Start over");
    public static readonly Text ToggleSome = new(ru: "Отметьте нужное и нажмите «Готово».", en: "Tick what you want, then press Done.");
    public static readonly Text AtLeast = new(ru: "Выберите не меньше {least}.", en: "Please choose at least {least}.");
    public static readonly Text AtMost = new(ru: "Можно выбрать не больше {most}.", en: "You can choose {most} at most.");
    public static readonly Text None = new(ru: "ничего", en: "none");

    public static readonly Text ChooseDay = new(ru: "Выберите день или напишите его, например {sample}.", en: "Choose a day or write it, e.g. {sample}.");
    public static readonly Text ChooseDays = new(ru: "Выберите дни или напишите их, например {sample}.", en: "Choose the days or write them, e.g. {sample}.");
    public static readonly Text Taken = new(ru: "✖ — занято", en: "✖ — taken");
    public static readonly Text DayTaken = new(ru: "Этот день занят.", en: "That day is taken.");
    public static readonly Text DayOutside = new(ru: "Этот день выбрать нельзя.", en: "That day cannot be chosen.");
    public static readonly Text DayRange = new(ru: "Можно выбрать день с {from} по {to}.", en: "You can choose a day from {from} to {to}.");
    public static readonly Text PressDay = new(ru: "Нажмите на число.", en: "Please press a number.");
    public static readonly Text NoDayFree = new(ru: "Свободных дней сейчас нет.", en: "No day is free at the moment.");
    public static readonly Text ArrivalFirst = new(ru: "Сначала день заезда.", en: "First the day of arrival.");
    public static readonly Text ArrivalIs = new(ru: "✅ Заезд: {day}. Теперь день отъезда.", en: "✅ Arrival: {day}. Now the day of departure.");
    public static readonly Text OtherArrival = new(ru: "↩️ Другой день заезда", en: "↩️ Another day of arrival");
    public static readonly Text NightsTaken = new(ru: "Между этими днями есть занятая ночь.", en: "A night between these days is taken.");
    public static readonly Text WrongNights = new(ru: "Можно остановиться на срок от {least} до {most} ночей.", en: "A stay of {least} to {most} nights, please.");
    public static readonly Text LeaveLater = new(ru: "День отъезда — после дня заезда.", en: "The day of departure comes after the day of arrival.");
    public static readonly Text StayOf = new(ru: "{days}, {nights}", en: "{days}, {nights}");

    public static readonly Text SendPhoto = new(ru: "Пришлите фотографию: 📎 → «Галерея».", en: "Please send a photo: 📎 → Gallery.");
    public static readonly Text SendPhotos = new(ru: "Пришлите фотографии по одной или альбомом, затем нажмите «Готово».", en: "Send the photos one by one or as an album, then press Done.");
    public static readonly Text PhotosSoFar = new(ru: "📷 Получено: {count}.", en: "📷 Received: {count}.");
    public static readonly Text PhotosAtLeast = new(ru: "Нужно фотографий: не меньше {least}.", en: "At least {least} photos are needed.");
    public static readonly Text PhotosAtMost = new(ru: "Не больше {most} фотографий: остальные не взяты.", en: "{most} photos at most: the others were not taken.");
    public static readonly Text PhotoTold = new(ru: "📷 фото", en: "📷 photo");
    public static readonly Text PhotosTold = new(ru: "📷 {count} фото", en: "📷 {count} photos");
    public static readonly Text SendFile = new(ru: "Пришлите файл: 📎 → «Файл».", en: "Please send a file: 📎 → File.");
    public static readonly Text FileTold = new(ru: "📎 {name}", en: "📎 {name}");
    public static readonly Text FileNameless = new(ru: "📎 файл", en: "📎 file");
    public static readonly Text FileTooLarge = new(ru: "Файл больше {most} МБ. Пришлите файл поменьше.", en: "The file is larger than {most} MB. Please send a smaller one.");
    public static readonly Text FileOfTypes = new(ru: "Подойдёт файл: {types}.", en: "A file of these kinds, please: {types}.");

    public static readonly Text MyNumber = new(ru: "📱 Отправить мой номер", en: "📱 Send my number");
    public static readonly Text HowNumber = new(ru: "Нажмите кнопку внизу или напишите номер.", en: "Press the button below, or write the number.");
    public static readonly Text WriteNumber = new(ru: "Нажмите кнопку внизу или напишите номер цифрами, например +7 701 234 56 78.", en: "Press the button below, or write the number in digits, e.g. +1 212 555 0147.");
    public static readonly Text OwnNumber = new(ru: "Нужен ваш собственный номер: нажмите кнопку внизу.", en: "It has to be your own number: press the button below.");
    public static readonly Text MyPlace = new(ru: "📍 Отправить, где я", en: "📍 Send where I am");
    public static readonly Text HowPlace = new(ru: "Нажмите кнопку внизу, выберите точку на карте (📎) или напишите координаты.", en: "Press the button below, choose a point on the map (📎), or write the coordinates.");
    public static readonly Text WritePlace = new(
        ru: "Пришлите точку на карте (📎) или напишите координаты, например 43.2389, 76.8897.",
        en: "Send a point on the map (📎) or write the coordinates, e.g. 43.2389, 76.8897.");
}
