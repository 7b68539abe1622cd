using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The words of the menu, the balance and the help pages.</summary>
internal static class ShopTexts
{
    public static readonly Text Hello = new(
        ru: "👋 Здравствуйте, {name}!\n\nЗдесь покупают почтовые этикетки UPS, FedEx и USPS для посылок по США.",
        en: "👋 Hello, {name}!\n\nThis is where you buy UPS, FedEx and USPS labels for parcels inside the USA.");

    public static readonly Text HelloNobody = new(
        ru: "👋 Здравствуйте!\n\nЗдесь покупают почтовые этикетки UPS, FedEx и USPS для посылок по США.",
        en: "👋 Hello!\n\nThis is where you buy UPS, FedEx and USPS labels for parcels inside the USA.");

    public static readonly Text NotSelling = new(
        ru: "Сейчас заказы не принимаются: перевозчик ещё не подключён.",
        en: "No orders are taken just now: the carrier is not connected yet.");

    public static readonly Text MyBalance = new(ru: "💳 Мой баланс ({balance})", en: "💳 My balance ({balance})");
    public static readonly Text Help = new(ru: "❓ Помощь", en: "❓ Help");
    public static readonly Text Faq = new(ru: "📖 Вопросы", en: "📖 FAQ");
    public static readonly Text Back = new(ru: "◀️ Назад", en: "◀️ Back");
    public static readonly Text Contact = new(ru: "💬 Связаться с администратором", en: "💬 Contact the administrator");

    public static readonly Text HomeCommand = new(ru: "🏠 Главное меню", en: "🏠 Main menu");
    public static readonly Text BalanceCommand = new(ru: "💰 Мой баланс", en: "💰 My balance");

    public static readonly Text Balance = new(ru: "💰 Ваш баланс: <b>{balance}</b>", en: "💰 Your balance: <b>{balance}</b>");
    public static readonly Text TopUp = new(ru: "➕ Пополнить баланс", en: "➕ Top up");
    public static readonly Text OpenInvoice = new(ru: "💳 Оплатить счёт {amount}", en: "💳 Pay the invoice of {amount}");
    public static readonly Text NoTopUp = new(
        ru: "Пополнение сейчас недоступно: платёжная система не подключена.",
        en: "Topping up is not available now: no payment provider is connected.");

    public static readonly Text TopUpAmount = new(ru: "💰 На какую сумму пополнить баланс (USD)?", en: "💰 How much would you like to top up (USD)?");
    public static readonly Text TopUpLabel = new(ru: "Пополнение", en: "Top-up");
    public static readonly Text TopUpHelp = new(ru: "Минимум {least}, максимум {most}. Оплата криптовалютой.", en: "At least {least}, at most {most}. You pay in crypto.");
    public static readonly Text TopUpShortage = new(ru: "Для заказа не хватает {shortage}.", en: "Your order needs {shortage} more.");
    public static readonly Text TooSmall = new(ru: "Минимальная сумма — {least}.", en: "The minimum is {least}.");
    public static readonly Text TooLarge = new(ru: "Максимальная сумма — {most}.", en: "The maximum is {most}.");
    public static readonly Text NotAnAmount = new(ru: "Неверный формат. Введите число, например 10 или 25.50.", en: "This is not an amount. Please enter a number, e.g. 10 or 25.50.");
    public static readonly Text PreparingInvoice = new(ru: "⏳ Готовим счёт на {amount}…", en: "⏳ Preparing an invoice of {amount}…");
    public static readonly Text InvoiceOnItsWay = new(ru: "Счёт уже готовится, он придёт сюда.", en: "The invoice is being made; it comes here.");
    public static readonly Text NothingToRepeat = new(ru: "Этот счёт уже не нужен.", en: "This invoice is not needed any more.");
    public static readonly Text Asking = new(ru: "Спрашиваем платёжную систему…", en: "Asking the payment provider…");
    public static readonly Text NothingToCheck = new(ru: "Проверять нечего.", en: "There is nothing to check.");

    public static readonly CancelWords TopUpCancel = new(
        Ask: new Text(ru: "⚠️ Прервать пополнение баланса?", en: "⚠️ Stop topping up?"),
        Stay: new Text(ru: "↩️ Вернуться к пополнению", en: "↩️ Return to the top-up"),
        Leave: new Text(ru: "✅ Да, прервать", en: "✅ Yes, stop"),
        Left: new Text(ru: "❌ Пополнение прервано.", en: "❌ The top-up was stopped."),
        Unfinished: new Text(ru: "✍️ Вы не закончили пополнение. Продолжить или прервать?", en: "✍️ You have not finished the top-up. Go on, or stop?"));

    public static readonly Text HelpPage = new(
        ru: "❓ <b>Помощь</b>\n\n1. «Создать заказ» — 18 коротких вопросов, ответы можно исправить.\n2. Выберите тариф и оплатите с баланса.\n3. Этикетка (PDF) придёт сюда.\n\n"
            + "Баланс пополняется криптовалютой. Каждый ответ сохраняется сразу: к заказу можно вернуться в любой момент.\n\n"
            + "Команды: /start — меню, /balance — баланс, /cancel — отмена, /back — шаг назад.\nПоддержка: пн–пт 09:00–21:00, сб–вс 10:00–18:00 (UTC).",
        en: "❓ <b>Help</b>\n\n1. “Create order”: 18 short questions; every answer can be changed.\n2. Choose a rate and pay from your balance.\n3. The label (PDF) comes here.\n\n"
            + "You top up in crypto. Every answer is kept at once: come back to your order whenever you like.\n\n"
            + "Commands: /start — menu, /balance — balance, /cancel — stop, /back — one step back.\nSupport: Mon–Fri 09:00–21:00, Sat–Sun 10:00–18:00 (UTC).");

    public static readonly Text FaqPage = new(
        ru: "📖 <b>Частые вопросы</b>\n\n<b>Какие перевозчики?</b> UPS, FedEx, USPS.\n<b>Чем платить?</b> BTC, ETH, USDT, LTC через OxaPay.\n<b>Откуда можно отправить?</b> Из любого места США в любое место США.\n"
            + "<b>Сколько действует тариф?</b> Один час; потом мы покажем новую цену.\n<b>Когда списываются деньги?</b> Только когда этикетка создана. Если не вышло — деньги остаются на балансе.",
        en: "📖 <b>Questions</b>\n\n<b>Which carriers?</b> UPS, FedEx, USPS.\n<b>How do I pay?</b> BTC, ETH, USDT, LTC through OxaPay.\n<b>From where can I send?</b> From anywhere in the USA to anywhere in the USA.\n"
            + "<b>How long is a rate good?</b> An hour; after that we show you the new price.\n<b>When am I charged?</b> Only when the label exists. If it fails, the money stays on your balance.");
}
