namespace Lavka.Whole;

/// <summary>What a test decides about its town before it is opened. The secrets are unlike anything else, so that a log can be searched for them.</summary>
public sealed record TownPlan
{
    public const string Shop = "labels";
    public const string Token = "4200000001:AAtest-token-0123456789";
    public const string Secret = "webhook_secret-1f9a";
    public const string CarrierKey = "TEST_carrier-key-77aa";
    public const string MerchantKey = "TEST_merchant-key-55bb";

    /// <summary>The setting <c>Mode</c>: <c>Webhook</c> or <c>Polling</c>.</summary>
    public string Mode { get; init; } = "Webhook";

    /// <summary>One is a program with its SQLite file; two or more share a PostgreSQL and stand behind a balancer.</summary>
    public int Nodes { get; init; } = 1;

    /// <summary>The modes of files bind the host, even when it is root who runs the tests.</summary>
    public bool Obeys { get; init; }

    /// <summary>Settings of the host beside or instead of the usual ones; an empty value takes one away, <c>{host}</c> stands for where it listens and <c>{folder}</c> for the town's own folder.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The host's settings as architecture section 6 names them.</summary>
    public IReadOnlyDictionary<string, string> SettingsFor(Uri simulator, Uri host, string folder)
    {
        var settings = new Dictionary<string, string>
        {
            ["Database"] = $"Data Source={Path.Combine(folder, "lavka.db")}",
            ["Urls"] = host.OriginalString,
            ["Telegram__ApiUrl"] = simulator.OriginalString,
            [$"Shops__{Shop}__Kind"] = "Shipping",
            [$"Shops__{Shop}__Telegram__Token"] = Token,
            [$"Shops__{Shop}__Telegram__Secret"] = Secret,
            [$"Shops__{Shop}__Telegram__Mode"] = Mode,
            // Everybody here calls from one address.
            ["PaymentHooks__MaxRequests"] = "10000",
            // People here type faster than people do.
            [$"Shops__{Shop}__Telegram__ChatBurst"] = "1000",
            [$"Shops__{Shop}__RateLimit__Enabled"] = "false",
            [$"Shops__{Shop}__Carrier__ApiUrl"] = $"{simulator.OriginalString}/carrier/v2",
            [$"Shops__{Shop}__Carrier__ApiKey"] = CarrierKey,
            [$"Shops__{Shop}__Carrier__FallbackPhone"] = "+12125550100",
            [$"Shops__{Shop}__OxaPay__ApiUrl"] = $"{simulator.OriginalString}/oxapay",
            [$"Shops__{Shop}__OxaPay__MerchantKey"] = MerchantKey,
        };
        foreach (var (key, value) in Settings) settings[key] = value.Replace("{host}", host.OriginalString, StringComparison.Ordinal).Replace("{folder}", folder, StringComparison.Ordinal);
        return settings.Where(setting => setting.Value.Length > 0).ToDictionary();
    }
}
