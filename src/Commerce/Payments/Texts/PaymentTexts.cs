using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>What customers and owners read about payments.</summary>
internal static class PaymentTexts
{
    public static readonly Text Description = new(ru: "Пополнение баланса", en: "Balance top-up");

    public static readonly Text Invoice = new(
        ru: """
            ✅ <b>Счёт на пополнение создан</b>

            Сумма: <b>{amount}</b>, любой доступной монетой. Зачислится столько, сколько придёт.
            """,
        en: """
            ✅ <b>The invoice is ready</b>

            Amount: <b>{amount}</b>, in any coin on offer. What arrives is what will be credited.
            """);

    public static readonly Text Pay = new(ru: "💳 Оплатить", en: "💳 Pay");

    public static readonly Text CheckPayment = new(ru: "🔄 Проверить оплату", en: "🔄 Check the payment");

    public static readonly Text PayOrder = new(ru: "💳 Оплатить заказ", en: "💳 Pay the order");

    public static readonly Text Being = new(ru: "⏳ Счёт создаётся…", en: "⏳ The invoice is being made…");

    public static readonly Text NoInvoice = new(
        ru: "❌ Не удалось создать счёт. Ничего не списано. Попробуйте позже, пожалуйста.",
        en: "❌ The invoice could not be made. Nothing was charged. Please try again later.");

    public static readonly Text Paying = new(
        ru: "⏳ Платёж замечен и ждёт подтверждения сети. Баланс пополнится сам.",
        en: "⏳ Your payment was seen and waits for the network. Your balance will be topped up automatically.");

    public static readonly Text Underpaid = new(
        ru: "⚠️ Пришло меньше, чем в счёте на {amount}. Остаток можно доплатить по той же ссылке; иначе зачислим то, что пришло, когда истечёт срок счёта.",
        en: "⚠️ Less arrived than the invoice of {amount} asks for. You can pay the rest by the same link; otherwise what arrived is credited when the invoice expires.");

    public static readonly Text Expired = new(
        ru: "⌛ Срок счёта на {amount} истёк. Если вы уже отправили деньги, они зачислятся, когда придут. Можно создать новый счёт.",
        en: "⌛ The invoice of {amount} has expired. If you have sent the money already, it will be credited when it arrives. You can make a new one.");

    public static readonly Text Credited = new(ru: "✅ <b>Ваш баланс пополнен!</b>", en: "✅ <b>Your balance was topped up!</b>");

    public static readonly Text CreditedLine = new(ru: "Зачислено: <b>{amount}</b>", en: "Credited: <b>{amount}</b>");

    public static readonly Text RequestedLine = new(ru: "В счёте было: {amount}", en: "The invoice was: {amount}");

    public static readonly Text BalanceLine = new(ru: "Новый баланс: <b>{amount}</b>", en: "New balance: <b>{amount}</b>");

    public static readonly Text Refunded = new(
        ru: "↩️ Платёж на {amount} возвращён отправителю.",
        en: "↩️ The payment of {amount} was returned to its sender.");

    public static readonly Text TakenBack = new(ru: "Зачисленное по нему списано с баланса, насколько оно там ещё было.", en: "What it had brought was taken from your balance, as far as it was still there.");

    public static readonly Text NewInvoice = new(ru: "🔁 Новый счёт на {amount}", en: "🔁 A new invoice of {amount}");

    public static readonly Text SpentAlready = new(
        ru: "Платёж {payment} возвращён отправителю, а деньги уже потрачены или отложены под заказ. С баланса списано {taken}, не хватает {missing}: решите это с клиентом.",
        en: "Payment {payment} was returned to its sender, and the money is spent or set aside for an order already. {taken} was taken from the balance, {missing} is missing: settle it with the customer.");

    public static readonly Text OwnerPayment = new(
        ru: "Платёж {payment}: {state}. Счёт {requested}, зачислено {credited}. {detail}",
        en: "Payment {payment}: {state}. Invoice {requested}, credited {credited}. {detail}");

    public static readonly Text MoreArrived = new(
        ru: "Платёж {payment}: зачислено {credited}, а у провайдера уже {value}. Разницу зачислите вручную.",
        en: "Payment {payment}: {credited} was credited, and the provider now has {value}. Credit the difference by hand.");

    public static readonly Text Stuck = new(
        ru: "Платёж {payment} второй день в состоянии {state}: проверьте его у провайдера.",
        en: "Payment {payment} has been {state} for a day: look at it at the provider.");

    public static readonly Text UnknownPayment = new(
        ru: "Подписанное уведомление {provider} о платеже {payment}, которого у нас нет ({status}): проверьте его у провайдера.",
        en: "{provider} sent a signed notification about payment {payment}, which we do not know ({status}): look at it at the provider.");

    public static readonly Text Nothing = new(ru: "ничего", en: "nothing");
}
