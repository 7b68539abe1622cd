using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The words of the owner's own screens.</summary>
internal static class OwnerTexts
{
    public static readonly Text Unresolved = new(
        ru: "⚠️ <b>Покупки с неизвестным исходом</b>\n"
            + "Перевозчик не ответил, куплена ли этикетка. Найдите её у перевозчика по внешнему номеру и нажмите кнопку.",
        en: "⚠️ <b>Purchases whose outcome is unknown</b>\n"
            + "The carrier did not say whether the label was bought. Look it up there by the external id and press a button.");

    public static readonly Text UnresolvedLine = new(
        ru: "{order} · {carrier} {service} · {price}\n{from} → {to}\nВнешний номер: <code>{id}</code>",
        en: "{order} · {carrier} {service} · {price}\n{from} → {to}\nExternal id: <code>{id}</code>");

    public static readonly Text NothingUnresolved = new(
        ru: "✅ Все покупки завершены, решать нечего.",
        en: "✅ Every purchase has ended; there is nothing to resolve.");
    public static readonly Text WasBought = new(ru: "✅ {order} куплена", en: "✅ {order} was bought");
    public static readonly Text WasNotBought = new(ru: "❌ {order} не куплена", en: "❌ {order} was not");
    public static readonly Text Looking = new(
        ru: "Сверяемся с перевозчиком, ответ придёт сообщением.",
        en: "Comparing with the carrier; the answer comes as a message.");
    public static readonly Text Resolved = new(ru: "С этим заказом уже всё решено.", en: "This order is already resolved.");
    public static readonly Text NotYours = new(ru: "Эта кнопка больше не действует.", en: "This button is no longer active.");

    public static readonly Text ModeNow = new(
        ru: "🔌 Режим перевозчика: <b>{mode}</b>\nКлюч: <code>{key}</code>",
        en: "🔌 Carrier mode: <b>{mode}</b>\nKey: <code>{key}</code>");

    public static readonly Text NoTestKey = new(
        ru: "Тестового ключа нет: задайте Carrier__TestApiKey в настройках.",
        en: "There is no key for tests: set Carrier__TestApiKey in the settings.");

    public static readonly Text SwitchTo = new(ru: "🔁 Переключить: {mode}", en: "🔁 Switch to: {mode}");
    public static readonly Text SwitchNow = new(ru: "✅ Да, переключить", en: "✅ Yes, switch");

    public static readonly Text AskTest = new(
        ru: "⚠️ Переключить на тестовый ключ? Все новые этикетки будут недействительны, покупатели увидят предупреждение. Баланс с них списывается как обычно.",
        en: "⚠️ Switch to the key for tests? No new label can be used for shipping, and customers are warned of it. Their balance is charged as usual.");

    public static readonly Text AskProduction = new(
        ru: "⚠️ Переключить на рабочий ключ? Новые этикетки будут настоящими и платными.",
        en: "⚠️ Switch to the real key? New labels will be real and cost money.");

    private static readonly Text Production = new(ru: "🟢 рабочий", en: "🟢 production");
    private static readonly Text Test = new(ru: "🧪 тестовый", en: "🧪 test");

    public static Text NameOf(CarrierMode mode) => mode is CarrierMode.Test ? Test : Production;
}
