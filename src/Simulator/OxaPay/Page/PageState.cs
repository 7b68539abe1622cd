using Lavka.Simulator.OxaPay.Invoices;

namespace Lavka.Simulator.OxaPay.Page;

/// <summary>All that the pay page shows, read anew every second. Money is in dollars and in coins; times are unix milliseconds.</summary>
public sealed record PageState(
    string TrackId,
    decimal Amount,
    string Currency,
    string Status,
    string Description,
    string OrderId,
    string ThanksMessage,
    string? ReturnUrl,
    decimal Coverage,
    decimal Paid,
    long Now,
    long CreatedAt,
    long ExpiresAt,
    string? Coin,
    IReadOnlyList<PageState.Choice> Coins)
{
    public static PageState Of(Invoice invoice, DateTimeOffset now) => new(
        invoice.TrackId,
        invoice.Terms.Amount,
        invoice.Terms.Currency,
        invoice.Status.ToString().ToLowerInvariant(),
        invoice.Terms.Description,
        invoice.Terms.OrderId,
        invoice.Terms.ThanksMessage,
        invoice.Terms.ReturnUrl,
        invoice.Terms.UnderPaidCoverage,
        invoice.Transfer?.Value ?? 0,
        now.ToUnixTimeMilliseconds(),
        invoice.CreatedAt.ToUnixTimeMilliseconds(),
        invoice.ExpiresAt.ToUnixTimeMilliseconds(),
        invoice.Coin?.Id,
        [
            .. Invoices.Coin.All.Select(coin => new Choice(
                coin.Id, coin.Symbol, coin.Name, coin.Network, coin.AmountFor(invoice.Terms.Amount), coin.Address)),
        ]);

    public sealed record Choice(string Id, string Symbol, string Name, string Network, decimal Amount, string Address);
}
