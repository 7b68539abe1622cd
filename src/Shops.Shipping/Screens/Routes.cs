using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>Every address of this shop. People's keyboards carry them for years: an address that was released keeps leading somewhere.</summary>
public static class Routes
{
    public const string Home = "home";
    public const string Balance = "balance";
    public const string TopUp = "topup";
    public const string Help = "help";
    public const string Faq = "faq";
    public const string NewOrder = "new";

    /// <summary>The menu itself; <see cref="Home"/> asks first when an order waits for its payment.</summary>
    public const string Menu = "menu";

    /// <summary>The first page of the customer's orders.</summary>
    public const string Orders = "orders";

    /// <summary>The pages behind and before an order. In an earlier release the place was a number.</summary>
    public const string OrdersPattern = "orders/{place}";
    public const string Older = "older-";
    public const string Newer = "newer-";

    /// <summary>Patterns of what belongs to one order.</summary>
    public const string PaymentPattern = "order/{id}";
    public const string InfoPattern = "order/{id}/info";
    public const string PayPattern = "order/{id}/pay";
    public const string TopUpPattern = "order/{id}/topup";
    public const string RatesPattern = "order/{id}/rates";
    public const string CancelPattern = "order/{id}/cancel";
    public const string DropPattern = "order/{id}/drop";
    public const string LeavePattern = "order/{id}/leave";
    public const string PdfPattern = "order/{id}/pdf";
    public const string CheckPaymentPattern = "payment/{id}/check";
    public const string NewInvoicePattern = "payment/{id}/again";

    /// <summary>What a new order begins with, for whoever has templates; and the order that begins with nothing.</summary>
    public const string NewFrom = "new/from";
    public const string NewBlank = "new/blank";

    /// <summary>The customer's templates.</summary>
    public const string Templates = "templates";
    public const string SaveTemplatePattern = "order/{id}/template";
    public const string TemplatePattern = "template/{id}";
    public const string UseTemplatePattern = "template/{id}/use";
    public const string EditTemplatePattern = "template/{id}/edit/{party}";
    public const string RenameTemplatePattern = "template/{id}/rename";
    public const string AskDeleteTemplatePattern = "template/{id}/delete";
    public const string DeleteTemplatePattern = "template/{id}/delete/yes";

    /// <summary>The owner's.</summary>
    public const string Unresolved = "unresolved";
    public const string WasBoughtPattern = "unresolved/{id}/bought";
    public const string NotBoughtPattern = "unresolved/{id}/not";
    public const string Mode = "mode";
    public const string AskModePattern = "mode/{to}";
    public const string SetModePattern = "mode/{to}/set";

    public static string OlderThan(OrderId order) => $"orders/{Older}{order}";

    public static string NewerThan(OrderId order) => $"orders/{Newer}{order}";

    public static string Payment(OrderId order) => $"order/{order}";

    public static string Info(OrderId order) => $"order/{order}/info";

    public static string Pay(OrderId order) => $"order/{order}/pay";

    public static string TopUpFor(OrderId order) => $"order/{order}/topup";

    public static string Rates(OrderId order) => $"order/{order}/rates";

    public static string Cancel(OrderId order) => $"order/{order}/cancel";

    public static string Drop(OrderId order) => $"order/{order}/drop";

    /// <summary>Cancels the order and goes to the menu.</summary>
    public static string Leave(OrderId order) => $"order/{order}/leave";

    public static string WasBought(OrderId order) => $"unresolved/{order}/bought";

    public static string NotBought(OrderId order) => $"unresolved/{order}/not";

    public static string AskMode(CarrierMode to) => $"mode/{to}";

    public static string SetMode(CarrierMode to) => $"mode/{to}/set";

    public static string Pdf(OrderId order) => $"order/{order}/pdf";

    public static string SaveTemplate(OrderId order) => $"order/{order}/template";

    public static string Template(TemplateId id) => $"template/{id}";

    public static string UseTemplate(TemplateId id) => $"template/{id}/use";

    public static string EditTemplate(TemplateId id, Party party) => $"template/{id}/edit/{party}";

    public static string RenameTemplate(TemplateId id) => $"template/{id}/rename";

    public static string AskDeleteTemplate(TemplateId id) => $"template/{id}/delete";

    public static string DeleteTemplate(TemplateId id) => $"template/{id}/delete/yes";
}
