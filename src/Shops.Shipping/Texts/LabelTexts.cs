using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The words around paying for a label and getting it.</summary>
internal static class LabelTexts
{
    public static readonly Text PaymentScreen = new(
        ru: "💳 <b>Оплата заказа {order}</b>\n\n{carrier} {service}\n{from} → {to}\n{parcel}{mode}\n\nК оплате: <b>{price}</b>\nВаш баланс: {balance}",
        en: "💳 <b>Pay for order {order}</b>\n\n{carrier} {service}\n{from} → {to}\n{parcel}{mode}\n\nTo pay: <b>{price}</b>\nYour balance: {balance}");

    public static readonly Text Shortage = new(ru: "Не хватает: <b>{shortage}</b>", en: "Missing: <b>{shortage}</b>");
    public static readonly Text Place = new(ru: "{city}, {state}", en: "{city}, {state}");
    public static readonly Text PayFromBalance = new(ru: "💳 Оплатить с баланса ({balance})", en: "💳 Pay from balance ({balance})");
    public static readonly Text TopUpFor = new(ru: "➕ Пополнить баланс (не хватает {shortage})", en: "➕ Top up (missing {shortage})");
    public static readonly Text OrderInfo = new(ru: "📋 Информация о заказе", en: "📋 Order information");
    public static readonly Text GoToPayment = new(ru: "💳 Перейти к оплате", en: "💳 Proceed to payment");
    public static readonly Text OtherRate = new(ru: "🔄 Выбрать другой тариф", en: "🔄 Choose another rate");
    public static readonly Text BackToRates = new(ru: "◀️ Назад к тарифам", en: "◀️ Back to rates");
    public static readonly Text NewRates = new(ru: "🔄 Получить новые тарифы", en: "🔄 Get new rates");
    public static readonly Text PayAgain = new(ru: "🔁 К оплате", en: "🔁 To the payment");
    public static readonly Text PayOrder = new(ru: "💳 Оплатить {order} — {price}", en: "💳 Pay order {order} — {price}");
    public static readonly Text Download = new(ru: "📄 Скачать этикетку (PDF)", en: "📄 Download the label (PDF)");
    public static readonly Text NewOrder = new(ru: "📦 Создать заказ", en: "📦 Create order");

    public static readonly Text Info = new(
        ru: "📋 <b>Заказ {order}</b>\n\n{shipment}\n\n🚚 {carrier} {service}\nСтоимость: <b>{price}</b>",
        en: "📋 <b>Order {order}</b>\n\n{shipment}\n\n🚚 {carrier} {service}\nPrice: <b>{price}</b>");

    /// <summary>A label of the carrier's test mode must not be taken for a real one.</summary>
    public static readonly Text TestMark = new(
        ru: "\n🧪 Тестовый режим: этикетка не годится для отправки.",
        en: "\n🧪 Test mode: the label cannot be used for shipping.");
    public static readonly Text NoMark = new(ru: "", en: "");

    public static readonly Text StillUnpaid = new(
        ru: "⚠️ Заказ {order} ещё не оплачен: {carrier} {service}, {price}.\nВ меню он останется первой кнопкой и дождётся оплаты, пока действует тариф.",
        en: "⚠️ Order {order} is not paid yet: {carrier} {service}, {price}.\nIt stays the first button of the menu and can be paid while its rate is good.");

    public static readonly Text BackToPayment = new(ru: "↩️ Вернуться к оплате", en: "↩️ Return to the payment");
    public static readonly Text MenuAndWait = new(ru: "🏠 В меню, заказ подождёт", en: "🏠 To the menu, the order waits");
    public static readonly Text MenuAndCancel = new(ru: "🗑 Отменить заказ — и в меню", en: "🗑 Cancel the order, then the menu");

    public static readonly Text MyOrders = new(ru: "🗂 Мои заказы", en: "🗂 My orders");
    public static readonly Text OrdersTitle = new(ru: "🗂 <b>Мои заказы</b>", en: "🗂 <b>My orders</b>");
    public static readonly Text NoOrders = new(ru: "🗂 Заказов пока нет.", en: "🗂 There are no orders yet.");
    public static readonly Text OrderLine = new(
        ru: "<b>{order}</b> · {date} · {state}\n{carrier} {service} · {price}\n{from} → {to}",
        en: "<b>{order}</b> · {date} · {state}\n{carrier} {service} · {price}\n{from} → {to}");

    public static readonly Text TrackingLine = new(ru: "Трек-номер: <code>{tracking}</code>", en: "Tracking number: <code>{tracking}</code>");
    public static readonly Text StateLine = new(ru: "Состояние: {state}", en: "State: {state}");
    public static readonly Text OrderButton = new(ru: "{order} · {to}", en: "{order} · {to}");
    public static readonly Text Newer = new(ru: "◀️ Новее", en: "◀️ Newer");
    public static readonly Text Older = new(ru: "Раньше ▶️", en: "Older ▶️");
    public static readonly Text Fetching = new(ru: "Загружаем этикетку, она придёт сюда.", en: "Fetching the label; it comes here.");

    public static readonly Text Buying = new(
        ru: "⏳ Создаём этикетку для заказа {order}… Деньги ({price}) пока только зарезервированы.",
        en: "⏳ Creating the shipping label for order {order}… The money ({price}) is only set aside so far.");

    public static readonly Text Paid = new(
        ru: "✅ Заказ {order} оплачен: {price}.\n{carrier} {service}\nТрек-номер: <code>{tracking}</code>",
        en: "✅ Order {order} is paid: {price}.\n{carrier} {service}\nTracking number: <code>{tracking}</code>");

    public static readonly Text PdfCaption = new(ru: "{carrier} · {tracking}", en: "{carrier} · {tracking}");
    public static readonly Text Thanks = new(
        ru: "🙏 Спасибо! Распечатайте этикетку и наклейте её на посылку.",
        en: "🙏 Thank you! Print the label and stick it on the parcel.");

    public static readonly Text PdfByLink = new(
        ru: "Файл этикетки пока не загрузился. Он доступен по ссылке:\n{url}",
        en: "The label's file could not be fetched yet. It is here:\n{url}");

    public static readonly Text TooLittle = new(
        ru: "Баланса не хватает для заказа {order}. Ничего не списано.",
        en: "Your balance is too small for order {order}. Nothing was charged.");

    public static readonly Text RefusedShipment = new(
        ru: "❌ Не удалось создать этикетку: перевозчик не принял отправление. Оплата не списана, деньги вернулись на баланс.\nОтвет перевозчика: {why}",
        en: "❌ The shipping label could not be created: the carrier did not accept it. You were not charged; the money is back on your balance.\n"
            + "The carrier says: {why}");

    public static readonly Text RefusedRate = new(
        ru: "⌛ Тариф заказа {order} устарел, пока шла оплата. Деньги вернулись на баланс; получите новые тарифы.",
        en: "⌛ The rate of order {order} ran out during the payment. The money is back on your balance; please get new rates.");

    public static readonly Text RefusedByUs = new(
        ru: "❌ Не удалось создать этикетку: временная неполадка на нашей стороне. Оплата не списана; мы уже разбираемся.",
        en: "❌ The shipping label could not be created: a temporary fault on our side. You were not charged; we are on it.");

    public static readonly Text Unknown = new(
        ru: "⏳ Перевозчик не ответил, куплена ли этикетка для заказа {order}. Деньги зарезервированы, не списаны; мы проверим и сообщим.",
        en: "⏳ The carrier did not say whether the label for order {order} was bought. The money is set aside, not charged; we will check and tell you.");

    public static readonly Text NotBought = new(
        ru: "❌ Мы проверили: этикетка для заказа {order} не создана. Оплата не списана, деньги вернулись на баланс.",
        en: "❌ We have checked: no label was created for order {order}. You were not charged; the money is back on your balance.");

    public static readonly Text Expired = new(
        ru: "⌛ Тариф заказа {order} больше не действует. Ничего не списано; введённые данные сохранены.",
        en: "⌛ The rate of order {order} is no longer good. Nothing was charged; your data is kept.");

    public static readonly Text Cancelled = new(ru: "❌ Заказ {order} отменён.", en: "❌ Order {order} is cancelled.");
    public static readonly Text AlreadyPaid = new(ru: "Этот заказ уже оплачен.", en: "This order is already paid.");
    public static readonly Text NotActive = new(ru: "Этот заказ больше не активен.", en: "This order is no longer active.");
    public static readonly Text BeingBought = new(ru: "Этикетка уже создаётся.", en: "The label is already being created.");
    public static readonly Text AskCancel = new(
        ru: "⚠️ Вы уверены, что хотите отменить заказ {order}? Все введённые данные будут потеряны.",
        en: "⚠️ Do you really want to cancel order {order}? All its data will be lost.");

    public static readonly Text OwnerBought = new(
        ru: "📦 Новая этикетка! {order}\n{from} → {to}\n{carrier} {service}\nТрек: {tracking}\nЦена: {price}, вес: {weight} lb{mode}",
        en: "📦 A new label! {order}\n{from} → {to}\n{carrier} {service}\nTracking: {tracking}\nPrice: {price}, weight: {weight} lb{mode}");

    public static readonly Text OwnerRefused = new(ru: "❌ Заказ {order}: перевозчик отказал ({fault}): {why}", en: "❌ Order {order}: the carrier refused ({fault}): {why}");
    public static readonly Text OwnerUnknown = new(
        ru: "⚠️ Заказ {order}: неизвестно, куплена ли этикетка. Найдите её у перевозчика по внешнему номеру {id}, затем решите: /unresolved",
        en: "⚠️ Order {order}: it is unknown whether the label was bought. Look it up at the carrier by the external id {id}, then decide: /unresolved");

    public static readonly Text OwnerNotBought = new(
        ru: "↩️ Заказ {order}: этикетки нет, {price} вернулись клиенту на баланс.",
        en: "↩️ Order {order}: there is no label; {price} went back to the customer's balance.");

    public static readonly Text OwnerNotSeen = new(
        ru: "⚠️ Заказ {order}: перевозчик не показывает этикетку с внешним номером {id}. Ничего не списано и не возвращено: /unresolved",
        en: "⚠️ Order {order}: the carrier shows no label with the external id {id}. Nothing was charged or given back: /unresolved");

    public static readonly Text OwnerLowFunds = new(
        ru: "⚠️ У перевозчика {carrier} осталось {left}. Пополните счёт, иначе этикетки перестанут покупаться.",
        en: "⚠️ {carrier} has {left} left. Please top up the account, or no more labels can be bought.");

    private static readonly Text Unpaid = new(ru: "⏳ ждёт оплаты", en: "⏳ waits for payment");
    private static readonly Text IsBought = new(ru: "✅ этикетка куплена", en: "✅ label bought");
    private static readonly Text IsCancelled = new(ru: "❌ отменён", en: "❌ cancelled");
    private static readonly Text IsExpired = new(ru: "⌛ тариф истёк", en: "⌛ rate expired");
    private static readonly Text IsBuying = new(ru: "⏳ этикетка создаётся", en: "⏳ label being created");
    private static readonly Text IsUnresolved = new(ru: "🔎 проверяем у перевозчика", en: "🔎 being checked with the carrier");

    public static Text StateOf(LabelState state) => state switch
    {
        LabelState.Unpaid => Unpaid,
        LabelState.Buying => IsBuying,
        LabelState.Unresolved => IsUnresolved,
        LabelState.Bought or LabelState.Delivered => IsBought,
        LabelState.Cancelled => IsCancelled,
        LabelState.Expired => IsExpired,
        _ => throw new InvalidOperationException($"A state without a name: {state}."),
    };
}
