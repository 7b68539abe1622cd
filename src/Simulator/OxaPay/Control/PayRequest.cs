namespace Lavka.Simulator.OxaPay.Control;

/// <summary>The body of <c>POST /sim/oxapay/invoices/{track_id}/pay</c>. An amount, in dollars, overrides the one that <c>how</c> stands for.</summary>
public sealed record PayRequest(PayHow? How = null, decimal? Amount = null, string? Coin = null)
{
    public decimal Dollars(decimal asked) => Amount ?? decimal.Round(asked * Share, 2, MidpointRounding.ToEven);

    private decimal Share => How switch
    {
        PayHow.Less => 0.99m,
        PayHow.Under => 0.80m,
        PayHow.More => 1.10m,
        _ => 1m,
    };
}
