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

    /// <summary>Patterns of what belongs to one order.</summary>
    public const string PaymentPattern = "order/{id}";
    public const string InfoPattern = "order/{id}/info";
    public const string PayPattern = "order/{id}/pay";
    public const string TopUpPattern = "order/{id}/topup";
    public const string RatesPattern = "order/{id}/rates";
    public const string CancelPattern = "order/{id}/cancel";
    public const string DropPattern = "order/{id}/drop";
    public const string PdfPattern = "order/{id}/pdf";
    public const string CheckPaymentPattern = "payment/{id}/check";

    public static string Payment(OrderId order) => $"order/{order}";

    public static string Info(OrderId order) => $"order/{order}/info";

    public static string Pay(OrderId order) => $"order/{order}/pay";

    public static string TopUpFor(OrderId order) => $"order/{order}/topup";

    public static string Rates(OrderId order) => $"order/{order}/rates";

    public static string Cancel(OrderId order) => $"order/{order}/cancel";

    public static string Drop(OrderId order) => $"order/{order}/drop";

    public static string Pdf(OrderId order) => $"order/{order}/pdf";
}
