using Lavka.Commerce;
using Lavka.Stored.Bot;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>What customers of this shop do.</summary>
internal static class Ordering
{
    /// <summary>An answer to each question, "-" skips it; the last skip takes the standard sizes.</summary>
    public static readonly string[] Answers =
    [
        "John Smith", "215 Clayton St.", "-", "San Francisco", "CA", "94102", "-",
        "Mary Jones", "350 Fifth Ave", "Suite 200", "New York", "NY", "10118", "+12125550102",
        "5.5", "-",
    ];

    public static Task<Guest<Desk>> Gives(this Guest<Desk> guest, string answer) =>
        answer == "-" ? guest.Taps("⏭️") : guest.Writes(answer);

    /// <summary>From the menu to the review.</summary>
    public static async Task<Guest<Desk>> ToReview(this Guest<Desk> guest)
    {
        await guest.Taps("Create order");
        foreach (var answer in Answers) await guest.Gives(answer);
        return guest;
    }

    /// <summary>From the menu to the rates.</summary>
    public static async Task<Guest<Desk>> ToRates(this Guest<Desk> guest, LabelShop shop)
    {
        await guest.ToReview();
        await guest.Taps("All correct");
        await shop.Floor.WorkAndDeliver();
        return guest;
    }

    /// <summary>From the menu to the payment of a label for 18.41.</summary>
    public static async Task<Guest<Desk>> ToPayment(this Guest<Desk> guest, LabelShop shop)
    {
        await guest.ToRates(shop);
        return await guest.Taps("Ground Advantage");
    }
}
