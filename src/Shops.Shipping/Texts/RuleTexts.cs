using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Why an answer does not fit, field by field.</summary>
internal static class RuleTexts
{
    public static readonly Text Latin = new(
        ru: "Используйте только английские (латинские) буквы: их печатают на этикетке.",
        en: "Use English (Latin) letters only: they are printed on the label.");

    public static readonly Text TooShort = new(ru: "Слишком коротко: нужно не меньше {least} символов.", en: "Too short: at least {least} characters, please.");

    public static readonly Text TooLong = new(ru: "Слишком длинно: не больше {most} символов.", en: "Too long: at most {most} characters, please.");

    public static readonly Text NameCharacters = new(
        ru: "Недопустимые символы: {strange}. Можно буквы, пробел, точку, дефис и апостроф.",
        en: "These characters are not allowed: {strange}. Use letters, spaces, periods, hyphens and apostrophes.");

    public static readonly Text StreetCharacters = new(
        ru: "Недопустимые символы: {strange}. Можно буквы, цифры и знаки . , - # & / '",
        en: "These characters are not allowed: {strange}. Use letters, digits and . , - # & / '");

    public static readonly Text CityCharacters = new(
        ru: "Недопустимые символы: {strange}. В названии города только буквы, пробел, точка, дефис и апостроф.",
        en: "These characters are not allowed: {strange}. A city's name has only letters, spaces, periods, hyphens and apostrophes.");

    public static readonly Text State = new(
        ru: "Нужен двухбуквенный код штата, например CA, NY, TX.",
        en: "A two-letter code of a state, please: CA, NY, TX.");

    public static readonly Text Zip = new(ru: "Индекс — это 5 цифр (94102) или 5+4 (94102-1234).", en: "A ZIP code has 5 digits (94102) or 5+4 (94102-1234).");

    public static readonly Text Phone = new(
        ru: "Телефон США: 10 цифр, можно с +1, например +11234567890 или 1234567890.",
        en: "A US phone has 10 digits, with +1 or without: +11234567890 or 1234567890.");

    public static readonly Text Weight = new(
        ru: "Вес — число от 0.1 до 150 фунтов, например 2 или 2.5.",
        en: "The weight is a number from 0.1 to 150 pounds, e.g. 2 or 2.5.");

    public static readonly Text Dimension = new(
        ru: "Размер — число от 0.1 до 108 дюймов, например 10 или 12.5.",
        en: "A dimension is a number from 0.1 to 108 inches, e.g. 10 or 12.5.");
}
