namespace Lavka.Talk;

/// <summary>What the engine itself says to people. A shop's own words come from its dialogs.</summary>
public static class DialogTexts
{
    public static readonly CancelWords CancelWords = new(
        Ask: new Text(ru: "⚠️ Прервать? Всё, что вы ввели, будет потеряно.", en: "⚠️ Stop here? Everything you have entered will be lost."),
        Stay: new Text(ru: "↩️ Вернуться", en: "↩️ Go back"),
        Leave: new Text(ru: "✅ Да, прервать", en: "✅ Yes, stop"),
        Left: new Text(ru: "❌ Прервано.", en: "❌ Stopped."),
        Unfinished: new Text(ru: "✍️ Вы не закончили. Продолжить с того же места или всё отменить?", en: "✍️ You have not finished. Go on from the same place, or discard everything?"));

    /// <summary>The button that leads home from wherever there is nothing else to do.</summary>
    public static readonly Text Home = new(ru: "🏠 Главное меню", en: "🏠 Main menu");

    internal static readonly Text Bold = new(ru: "<b>{text}</b>", en: "<b>{text}</b>");
    internal static readonly Text Nothing = new(ru: "—", en: "—");
    internal static readonly Text Step = new(ru: "Шаг {n}/{total}", en: "Step {n}/{total}");
    internal static readonly Text Sample = new(ru: "Например: <code>{sample}</code>", en: "For example: <code>{sample}</code>");
    internal static readonly Text BackOrCancel = new(ru: "\n/back — назад · /cancel — отмена", en: "\n/back — go back · /cancel — stop");
    internal static readonly Text OnlyCancel = new(ru: "\n/cancel — отмена", en: "\n/cancel — stop");
    internal static readonly Text Hint = new(ru: "⚠️ {why}", en: "⚠️ {why}");
    internal static readonly Text Accepted = new(ru: "✅ {label}: {answer}", en: "✅ {label}: {answer}");
    internal static readonly Text Confirmed = new(ru: "✅ Данные подтверждены", en: "✅ Confirmed");
    internal static readonly Text Answer = new(ru: "{label}: {answer}", en: "{label}: {answer}");
    internal static readonly Text Offer = new(ru: "Записать так: <b>{answer}</b>?", en: "Write it as <b>{answer}</b>?");
    internal static readonly Text TakeOffer = new(ru: "✅ {answer}", en: "✅ {answer}");
    internal static readonly Text Skip = new(ru: "⏭️ Пропустить", en: "⏭️ Skip");
    internal static readonly Text Back = new(ru: "◀️ Назад", en: "◀️ Back");
    internal static readonly Text Cancel = new(ru: "❌ Отмена", en: "❌ Cancel");
    internal static readonly Text Keep = new(ru: "↩️ Оставить: {answer}", en: "↩️ Keep: {answer}");
    internal static readonly Text TryAgain = new(ru: "🔄 Попробовать снова", en: "🔄 Try again");
    internal static readonly Text BackToEdit = new(ru: "✏️ Вернуться к данным", en: "✏️ Back to the data");
    internal static readonly Text CheckAgain = new(ru: "📋 Проверить данные", en: "📋 Check the data");
    internal static readonly Text EditData = new(ru: "✏️ Редактировать данные", en: "✏️ Edit the data");
    internal static readonly Text WhatToEdit = new(ru: "✏️ Что вы хотите изменить?", en: "✏️ What would you like to change?");
    internal static readonly Text EditOneOrAll = new(ru: "Выберите одно поле или пройдите весь раздел.", en: "Choose one field, or go through the whole section.");
    internal static readonly Text EditOne = new(ru: "✏️ {label}: {answer}", en: "✏️ {label}: {answer}");
    internal static readonly Text EditAll = new(ru: "🔁 Весь раздел заново", en: "🔁 The whole section anew");
    internal static readonly Text Closed = new(ru: "Этот вопрос уже закрыт.", en: "That question is closed already.");
    internal static readonly Text AskedAnew = new(
        ru: "Форма только что изменилась. Ответьте, пожалуйста, на этот вопрос.", en: "The form has just changed. Please answer this question.");
    internal static readonly Text WriteText = new(ru: "Напишите ответ текстом.", en: "Please write the answer as text.");
    internal static readonly Text WriteNumber = new(ru: "Введите число, например 2 или 2.5.", en: "Please enter a number, e.g. 2 or 2.5.");
    internal static readonly Text ChooseButton = new(ru: "Выберите одну из кнопок.", en: "Please choose one of the buttons.");
    internal static readonly Text StillWorking = new(ru: "Ещё немного: результат уже готовится.", en: "One moment: the result is on its way.");
    internal static readonly Text WrongLength = new(ru: "От {least} до {most} символов.", en: "From {least} to {most} characters, please.");
    internal static readonly Text WrongRange = new(ru: "Число от {least} до {most}.", en: "A number from {least} to {most}, please.");
}
