namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>A coin one can pay in, at a fixed rate in dollars, so that a test can foretell every number.</summary>
public sealed record Coin(string Id, string Symbol, string Name, string Network, decimal Rate, int Decimals, string Address)
{
    public static IReadOnlyList<Coin> All { get; } =
    [
        new("usdt", "USDT", "Tether", "Tron Network", 1m, 6, "TSimu1atedLavkaWa11etDoNotSendXXXX"),
        new("btc", "BTC", "Bitcoin", "Bitcoin Network", 100_000m, 8, "bc1qsimu1atedlavkawa11etdonotsend0000000xx"),
        new("ltc", "LTC", "Litecoin", "Litecoin Network", 80m, 8, "ltc1qsimu1atedlavkawa11etdonotsend000000xx"),
        new("eth", "ETH", "Ethereum", "Ethereum Network", 4_000m, 8, "0x51mu1a7ed00000000000000000000000D0N075EnD"),
    ];

    public static Coin? Find(string? id) => All.FirstOrDefault(coin => coin.Id.Equals(id, StringComparison.Ordinal));

    /// <summary>So much of the coin for these dollars.</summary>
    public decimal AmountFor(decimal dollars) => decimal.Round(dollars / Rate, Decimals, MidpointRounding.AwayFromZero);
}
