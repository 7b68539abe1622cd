namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>
/// The body of a notification (docs.oxapay.com, "Webhook"): status with a capital letter, times in unix seconds. <c>amount</c> is what was
/// asked for; <c>value</c> and <c>sent_value</c> are what came, in dollars, also before it is confirmed.
/// </summary>
public sealed record NotificationBody(
    string TrackId,
    string Status,
    string Type,
    string ModuleName,
    decimal Amount,
    decimal Value,
    decimal SentValue,
    string Currency,
    string OrderId,
    string Email,
    string Note,
    decimal FeePaidByPayer,
    decimal UnderPaidCoverage,
    string Description,
    long Date,
    IReadOnlyList<NotificationBody.ToldTransaction> Txs)
{
    public sealed record ToldTransaction(
        string Status,
        string TxHash,
        decimal SentAmount,
        decimal SentValue,
        decimal ReceivedAmount,
        decimal Value,
        string Currency,
        string Network,
        string SenderAddress,
        string Address,
        string Memo,
        decimal Rate,
        int Confirmations,
        decimal AutoConvertAmount,
        string AutoConvertCurrency,
        long Date);
}
