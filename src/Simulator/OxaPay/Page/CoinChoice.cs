namespace Lavka.Simulator.OxaPay.Page;

/// <summary>The body of <c>POST /oxapay/pay/{track_id}/coin</c>: the payer has picked a coin.</summary>
public sealed record CoinChoice(string? Coin = null);
