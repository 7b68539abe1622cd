using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The words of templates. Labels are those that customers of the old bot know (spec 2.9, 10.2).</summary>
internal static class TemplateTexts
{
    public static readonly Text Mine = new(ru: "📋 Мои шаблоны", en: "📋 My templates");
    public static readonly Text Title = new(ru: "📋 <b>Ваши шаблоны ({n}/{most})</b>", en: "📋 <b>Your templates ({n}/{most})</b>");
    public static readonly Text None = new(
        ru: "Шаблон хранит адреса отправителя и получателя, чтобы не вводить их снова. Пока нет ни одного: нажмите «Сохранить как шаблон», когда проверяете заказ.",
        en: "A template keeps the sender's and the recipient's address, so that you need not type them again. There is none yet: press “Save as template” when you check an order.");

    public static readonly Text One = new(ru: "📋 <b>{name}</b>\n\n{addresses}", en: "📋 <b>{name}</b>\n\n{addresses}");
    public static readonly Text Button = Text.Same("📋 {name}");
    public static readonly Text Use = new(ru: "✅ Использовать шаблон", en: "✅ Use the template");
    public static readonly Text EditSender = new(ru: "📝 Изменить отправителя", en: "📝 Edit the sender");
    public static readonly Text EditRecipient = new(ru: "📝 Изменить получателя", en: "📝 Edit the recipient");
    public static readonly Text Rename = new(ru: "✏️ Переименовать", en: "✏️ Rename");
    public static readonly Text Delete = new(ru: "🗑 Удалить", en: "🗑 Delete");
    public static readonly Text ToList = new(ru: "🔙 К списку", en: "🔙 To the list");

    public static readonly Text AskDelete = new(ru: "🗑 Удалить шаблон <b>{name}</b>?", en: "🗑 Delete the template <b>{name}</b>?");
    public static readonly Text YesDelete = new(ru: "🗑 Да, удалить", en: "🗑 Yes, delete");
    public static readonly Text KeepIt = new(ru: "↩️ Оставить", en: "↩️ Keep it");
    public static readonly Text Gone = new(ru: "Такого шаблона нет.", en: "There is no such template.");

    public static readonly Text NewFrom = new(ru: "📦 С чего начать заказ?", en: "📦 What shall the order begin with?");
    public static readonly Text Blank = new(ru: "📝 Новый заказ", en: "📝 New order");

    public static readonly Text Save = new(ru: "💾 Сохранить как шаблон", en: "💾 Save as template");
    public static readonly Text AskName = new(ru: "💾 Как назвать шаблон?", en: "💾 What shall the template be called?");
    public static readonly Text AskNewName = new(ru: "✏️ Как теперь назвать шаблон?", en: "✏️ What shall the template be called now?");
    public static readonly Text NameHelp = new(ru: "До 30 символов.", en: "Up to 30 characters.");
    public static readonly Text NameLabel = new(ru: "Шаблон", en: "Template");
    public static readonly Text SameName = new(ru: "Шаблон <b>{name}</b> у вас уже есть.", en: "You have a template <b>{name}</b> already.");
    public static readonly Text Update = new(ru: "🔄 Обновить существующий", en: "🔄 Update that one");
    public static readonly Text OtherName = new(ru: "📝 Другое название", en: "📝 Another name");
    public static readonly Text NameTaken = new(ru: "Шаблон с таким названием у вас уже есть.", en: "You have a template of this name already.");
    public static readonly Text Full = new(
        ru: "У вас уже {n} шаблонов из {most}: новый не поместится. Можно обновить один из них или сначала удалить ненужный.",
        en: "You have {n} of {most} templates already: a new one does not fit. You can update one of them, or delete one first.");

    public static readonly Text WhichToUpdate = new(ru: "Какой обновить?", en: "Which one shall be updated?");
    public static readonly Text Saved = new(ru: "✅ Шаблон <b>{name}</b> сохранён.", en: "✅ The template <b>{name}</b> is saved.");
    public static readonly Text NotSaved = new(
        ru: "⚠️ Шаблон не сохранён: с этим названием или этим количеством что-то изменилось. Попробуйте ещё раз.",
        en: "⚠️ The template is not saved: something has changed meanwhile. Please try again.");

    public static readonly Text CheckAddress = new(ru: "📋 Адрес в шаблоне", en: "📋 The address in the template");
    public static readonly Text SaveAddress = new(ru: "✅ Всё верно, сохранить", en: "✅ All correct, save it");

    public static readonly CancelWords NotSaving = new(
        Ask: new Text(ru: "⚠️ Не сохранять шаблон?", en: "⚠️ Do not save the template?"),
        Stay: new Text(ru: "↩️ Вернуться к шаблону", en: "↩️ Return to the template"),
        Leave: new Text(ru: "✅ Не сохранять", en: "✅ Do not save"),
        Left: new Text(ru: "❌ Шаблон не сохранён.", en: "❌ The template was not saved."),
        Unfinished: new Text(ru: "✍️ Шаблон ещё не сохранён. Продолжить или не сохранять?", en: "✍️ The template is not saved yet. Go on, or leave it?"));

    public static readonly CancelWords NotChanging = new(
        Ask: new Text(ru: "⚠️ Оставить шаблон как был?", en: "⚠️ Leave the template as it was?"),
        Stay: new Text(ru: "↩️ Вернуться к изменению", en: "↩️ Return to the change"),
        Leave: new Text(ru: "✅ Оставить как был", en: "✅ Leave as it was"),
        Left: new Text(ru: "❌ Шаблон не изменён.", en: "❌ The template was not changed."),
        Unfinished: new Text(ru: "✍️ Вы не закончили менять шаблон. Продолжить или оставить как был?", en: "✍️ You have not finished changing the template. Go on, or leave it as it was?"));

    public static Text Named(Text text, Template template) => text.With("name", template.Name);

    public static Text Counted(Text text, int count) => text.With("n", count).With("most", Templates.Most);
}
