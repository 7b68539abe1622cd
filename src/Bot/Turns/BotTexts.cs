using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>What the bot says for itself, whatever shop it serves.</summary>
internal static class BotTexts
{
    public static readonly Text NotUnderstood = new(
        ru: "Я не понял это сообщение. Выберите действие:",
        en: "I did not understand that. Please choose:");

    public static readonly Text UnknownCommand = new(ru: "Такой команды нет.", en: "There is no such command.");

    public static readonly Text ButtonIsOld = new(ru: "Эта кнопка больше не действует.", en: "This button is no longer active.");

    public static readonly Text FinishFirst = new(ru: "Сначала закончите или отмените начатое.", en: "Please finish or cancel what you began first.");

    public static readonly Text OneMoment = new(ru: "Минутку.", en: "One moment.");

    public static readonly Text WithOperator = new(
        ru: "С вами сейчас общается сотрудник. Напишите ему прямо здесь.",
        en: "A member of our staff is talking with you now. Just write here.");

    public static readonly Text Gone = new(ru: "Здесь больше ничего нет.", en: "There is nothing here any more.");

    public static readonly Text DialogGone = new(
        ru: "Этот опрос больше не существует: мы его изменили. Пожалуйста, начните заново.",
        en: "This form does not exist any more: we have changed it. Please start again.");

    public static readonly Text Sorry = new(
        ru: "❌ Произошла ошибка, мы уже разбираемся. Ваши ответы сохранены: /start",
        en: "❌ Something went wrong and we are looking into it. Your answers are kept: /start");

    public static readonly Text TooFast = new(
        ru: "⏳ Слишком быстро: больше {most} сообщений и нажатий за {window} с. Следующие {ban} с я ничего не принимаю: последнее действие и всё, что придёт за это время, "
            + "не засчитано. Потом отправьте это ещё раз.",
        en: "⏳ That was too fast: more than {most} messages and taps within {window} s. For the next {ban} s I take nothing: your last action and whatever comes meanwhile "
            + "does not count. Please send it again afterwards.");

    public static readonly Text NotPaidHere = new(
        ru: "Этот счёт здесь не принимается. Деньги не списаны.",
        en: "This invoice is not accepted here. Nothing was charged.");

    public static readonly Text WorkFailed = new(
        ru: "⏳ Превышено время ожидания: внешний сервис не отвечает. Ваши данные сохранены.",
        en: "⏳ It took too long: an outside service does not answer. Your data is kept.");
}
