using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>The words of the owner's list of those who are not heard.</summary>
internal static class BanTexts
{
    public static readonly Text Title = new(
        ru: "🚫 <b>Кого бот сейчас не слушает</b>\nСлишком много сообщений за короткое время. Когда время выйдет, бот снова услышит их сам.",
        en: "🚫 <b>Whom the bot does not hear now</b>\nToo many messages in too short a time. When the time is up it hears them again by itself.");

    public static readonly Text Line = new(ru: "{name} · ещё {left}", en: "{name} · {left} more");
    public static readonly Text Left = new(ru: "{minutes}:{seconds} мин", en: "{minutes}:{seconds} min");
    public static readonly Text Others = new(ru: "… и другие, кого не слышно дольше.", en: "… and others, not heard for longer.");
    public static readonly Text Nobody = new(ru: "✅ Бот слушает всех.", en: "✅ The bot hears everybody.");
    public static readonly Text Lift = new(ru: "🔓 Снова слушать: {name}", en: "🔓 Hear {name} again");
    public static readonly Text Refresh = new(ru: "🔄 Обновить", en: "🔄 Refresh");
    public static readonly Text Lifting = new(ru: "Бот снова слушает: {name}", en: "The bot hears {name} again");
    public static readonly Text Over = new(ru: "Его уже снова слышно.", en: "He is heard again already.");
    public static readonly Text NotYours = new(ru: "Эта кнопка больше не действует.", en: "This button is no longer active.");
}
