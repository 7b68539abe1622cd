using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>How asking for rates ended, for those who have to act on it; <see cref="Told"/> gives what the customer is told.</summary>
public abstract record Quotation
{
    private Quotation()
    {
    }

    /// <summary>At least one rate, in the order in which they are shown.</summary>
    public sealed record Offered(Offers Offers) : Quotation;

    /// <summary>The account has no carrier to ask, and no rates were asked for. The owner has to know (shipping:E01).</summary>
    public sealed record NoCarriers : Quotation;

    /// <summary>Nothing that the shop sells. <paramref name="Why"/> is what the vendor said about it, for the log; often nothing.</summary>
    public sealed record NoRates(string Why) : Quotation;

    /// <summary>
    /// The customer's own data were refused, in the vendor's words. <paramref name="Side"/> is whose address it was, "from" or "to", when the vendor tells.
    /// </summary>
    public sealed record Refused(string Why, string? Side = null) : Quotation;

    public Found<Offers> Told() => this switch
    {
        Offered offered => new Found<Offers>.Value(offered.Offers),
        NoCarriers => new Found<Offers>.Refused(OrderTexts.NoCarriers),
        NoRates => new Found<Offers>.Refused(OrderTexts.NoRates),
        Refused { Side: "from" } refused => new Found<Offers>.Refused(OrderTexts.SenderRefused.With("why", refused.Why)),
        Refused { Side: "to" } refused => new Found<Offers>.Refused(OrderTexts.RecipientRefused.With("why", refused.Why)),
        Refused refused => new Found<Offers>.Refused(OrderTexts.RatesRefused.With("why", refused.Why)),
        _ => throw new InvalidOperationException($"A quotation of an unknown kind: {this}."),
    };
}
