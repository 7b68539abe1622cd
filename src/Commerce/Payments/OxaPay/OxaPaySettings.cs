namespace Lavka.Commerce.OxaPay;

/// <summary>
/// A merchant account at OxaPay. <paramref name="CallbackUrl"/> is where notifications go (https),
/// <paramref name="ReturnUrl"/> where the customer goes back to. The key also signs the notifications and is never written to a log.
/// </summary>
public sealed record OxaPaySettings(string MerchantKey, Uri CallbackUrl, Uri ReturnUrl)
{
    public Uri Api { get; init; } = new("https://api.oxapay.com");

    /// <summary>How long an invoice can be paid: 15 to 2,880 minutes (spec decision 6).</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Percent of an invoice that may be missing and it still counts as paid: 0 to 60 (spec decision 6).</summary>
    public decimal UnderpaidCoverage { get; init; } = 2;

    /// <summary>An address of version 1, with exactly one slash between its parts (spec D05).</summary>
    internal Uri Address(string path) => new($"{Api.AbsoluteUri.TrimEnd('/')}/v1/{path}");

    public override string ToString() => $"OxaPay at {Api}";
}
