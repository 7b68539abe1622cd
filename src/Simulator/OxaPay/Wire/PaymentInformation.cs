namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>
/// The data of <c>GET /payment/{track_id}</c> (docs.oxapay.com, "Payment Information"): status in small letters, times in unix seconds.
/// What the payer really gave is the sum of <c>value</c> over the confirmed <c>txs</c>, in the invoice's dollars; <c>amount</c> of the
/// invoice is what was asked for, and <c>amount</c> of a transfer is in its coin.
/// </summary>
public sealed record PaymentInformation(
    string TrackId,
    string Type,
    decimal Amount,
    string Currency,
    string Status,
    bool MixedPayment,
    decimal FeePaidByPayer,
    decimal UnderPaidCoverage,
    int Lifetime,
    string CallbackUrl,
    string ReturnUrl,
    string Email,
    string OrderId,
    string Description,
    string ThanksMessage,
    long ExpiredAt,
    long Date,
    IReadOnlyList<PaymentInformation.Transaction> Txs)
{
    public sealed record Transaction(
        string TxHash,
        decimal Amount,
        decimal SentAmount,
        decimal SentValue,
        decimal ReceivedAmount,
        decimal Value,
        string Currency,
        string Network,
        string Address,
        decimal Rate,
        string Status,
        int Confirmations,
        Conversion AutoConvert,
        Withdrawal AutoWithdrawal,
        long Date);

    public sealed record Conversion(bool Processed, decimal Amount, string Currency);

    public sealed record Withdrawal(bool Processed);
}
