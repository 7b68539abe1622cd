using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// After a label was bought: does every carrier's wallet still hold enough for the next ones? The owner is told once a day of each that does not, however many
/// labels are sold (shipping:E17). Nobody waits for it, and when the carrier is silent the next label asks again.
/// </summary>
public sealed class FundsCheck(CarrierClients carriers) : Job<string, IReadOnlyList<CarrierAccount>>
{
    public const string Kind = "shipping.funds";

    /// <summary>Below this the owner is told (spec 2.7).</summary>
    private static readonly Money Low = new(50_00, Currency.Usd);

    public override string Name => Kind;

    public override JsonTypeInfo<string> Args => ShippingJson.Default.String;

    public static QueuedJob Queue(LabelOrder order) => QueuedJob.Of(Kind, order.Id, order.Id, ShippingJson.Default.String);

    public override async Task<IReadOnlyList<CarrierAccount>> Run(string args, string key, CancellationToken ct) =>
        [.. (await carriers.In(CarrierMode.Production).Carriers(ct)).Where(account => account.FundsCents < Low.Minor)];

    public override async Task<IReadOnlyList<View>> Settle(Desk desk, string args, IReadOnlyList<CarrierAccount> result, CancellationToken ct)
    {
        var day = desk.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var account in result)
        {
            var left = new Money(account.FundsCents!.Value, Currency.Usd).AsText();
            await desk.Alert(LabelTexts.OwnerLowFunds.With("carrier", account.Name ?? account.Code).With("left", left), $"low-funds:{account.Id}:{day}", ct);
        }
        return [];
    }
}
