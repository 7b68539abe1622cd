namespace Lavka.Simulator.OxaPay;

/// <summary>
/// The section <c>OxaPay</c> of the settings: the merchant's key, how long a transfer takes to confirm (default one second), and when an
/// unanswered notification is sent again (<c>RetryDelays</c>, commas between; the vendor's are 1 min, 3 min, 30 min and 3 h after the last).
/// </summary>
public sealed record OxaPaySettings(string MerchantKey, TimeSpan ConfirmAfter, IReadOnlyList<TimeSpan> RetryDelays)
{
    public const string Root = "/oxapay/v1";

    private const string VendorsDelays = "00:01:00,00:03:00,00:30:00,03:00:00";

    public static OxaPaySettings From(IConfiguration configuration) => new(
        configuration["OxaPay:MerchantKey"] ?? "TEST_oxapay",
        configuration.GetValue("OxaPay:ConfirmAfter", TimeSpan.FromSeconds(1)),
        [
            .. (configuration["OxaPay:RetryDelays"] ?? VendorsDelays).Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(delay => TimeSpan.Parse(delay, System.Globalization.CultureInfo.InvariantCulture)),
        ]);
}
