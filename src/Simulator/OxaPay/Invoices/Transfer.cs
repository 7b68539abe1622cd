using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay.Invoices;

/// <summary>Coins on their way or arrived, worth so many dollars. The merchant receives less of the coin than was sent, for the provider's fee.</summary>
public sealed record Transfer(string Hash, Coin Coin, decimal Value, DateTimeOffset SentAt, bool Confirmed)
{
    private const decimal AfterFee = 0.985m;

    private decimal Sent => Coin.AmountFor(Value);

    private decimal Received => decimal.Round(Sent * AfterFee, Coin.Decimals, MidpointRounding.AwayFromZero);

    private string Status => Confirmed ? "confirmed" : "confirming";

    private int Confirmations => Confirmed ? 12 : 0;

    public PaymentInformation.Transaction ToInformation() => new(
        Hash, Sent, Sent, Value, Received, Value, Coin.Symbol, Coin.Network, Coin.Address, Coin.Rate, Status, Confirmations,
        AutoConvert: new(Processed: false, 0, ""), AutoWithdrawal: new(Processed: false), SentAt.ToUnixTimeSeconds());

    public NotificationBody.ToldTransaction ToNotification() => new(
        Status, Hash, Sent, Value, Received, Value, Coin.Symbol, Coin.Network, SenderAddress: "", Coin.Address, Memo: "", Coin.Rate,
        Confirmations, AutoConvertAmount: 0, AutoConvertCurrency: "", SentAt.ToUnixTimeSeconds());
}
