using System.Text.RegularExpressions;
using Lavka.Bot;
using Lavka.Channels.Telegram;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>Reads and validates every setting and collects every fault, so that an owner mends them all at once and not one per start.</summary>
/// <param name="configuration">Where they stand.</param>
/// <param name="kinds">The kinds of shops that they may name.</param>
public sealed partial class SettingsReader(IConfiguration configuration, IReadOnlyList<ShopKind> kinds)
{
    private const int MostChatBurst = 1_000_000;
    private const int LongestStop = 3600;
    private const int MostPaymentCalls = SharedLimit.Most;
    private const int LongestPaymentWindow = 3600;

    private readonly List<SettingFault> _faults = [];

    public SettingsReader(IConfiguration configuration) : this(configuration, ShopKind.All)
    {
    }

    /// <summary>The keys of the program itself.</summary>
    public static IReadOnlyList<string> HostKeys { get; } = ["Database", "Urls", "PublicUrl", "Telegram:ApiUrl", "StopTimeout", "PaymentHooks:MaxRequests", "PaymentHooks:TimeWindow"];

    /// <summary>The keys below <c>Shops__id</c> that every kind of shop has.</summary>
    public static IReadOnlyList<string> ShopKeys { get; } =
    [
        "Kind", "Owner", "Telegram:Token", "Telegram:Username", "Telegram:Secret", "Telegram:Mode", "Telegram:PaidBroadcast", "Telegram:ChatBurst", .. RateLimitSettings.Keys,
    ];

    public IReadOnlyList<SettingFault> Faults => _faults;

    /// <summary>Null when there is a fault.</summary>
    public HostSettings? Read()
    {
        _faults.AddRange(FaultySources.In(configuration));
        var isWhole = _faults.Count == 0;
        _faults.AddRange(GluedValues.In(configuration));
        var database = Database();
        var urls = configuration["Urls"] is { Length: > 0 } given ? given : "http://127.0.0.1:5080";
        var listens = urls.Split(';').Select(Listens).ToList();
        var publicUrl = configuration["PublicUrl"] is { Length: > 0 } known ? Address("PublicUrl", known) : listens[0];
        var telegram = Address("Telegram:ApiUrl", configuration["Telegram:ApiUrl"] is { Length: > 0 } api ? api : BotApi.Telegram.AbsoluteUri);
        var shops = configuration.GetSection("Shops").GetChildren().Select(Shop).OfType<ShopSettings>().ToList();
        if (isWhole && !configuration.GetSection("Shops").GetChildren().Any())
            Fault("Shops", "no shop is configured; set Shops__<id>__Kind and Shops__<id>__Telegram__Token, or try the program with the verb demo");
        foreach (var twice in shops.GroupBy(shop => shop.Token.ToString()).Where(group => group.Count() > 1))
            Fault($"Shops:{twice.Last().Id}:Telegram:Token", $"the shops {string.Join(" and ", twice.Select(shop => shop.Id))} use the same bot; each needs its own");
        foreach (var shop in shops.Where(shop => shop.Mode is ReceiveMode.Webhook && telegram == BotApi.Telegram && publicUrl is { Scheme: not "https" }))
            Fault("PublicUrl", $"must be an https address, because Telegram delivers to {shop.Id} by webhook; or set Shops__{shop.Id}__Telegram__Mode to Polling");
        var values = new SimpleValues(configuration, Fault);
        var stop = values.Seconds("StopTimeout", HostSettings.UsualStopTimeout, LongestStop);
        var calls = values.Number("PaymentHooks:MaxRequests", HostSettings.UsualPaymentCalls, MostPaymentCalls, "calls");
        var window = values.Seconds("PaymentHooks:TimeWindow", HostSettings.UsualPaymentWindow, LongestPaymentWindow);
        return _faults.Count > 0 ? null : new HostSettings(database, urls, publicUrl!, telegram!, shops) { StopTimeout = stop, PaymentCalls = calls, PaymentWindow = window };
    }

    private string Database()
    {
        var database = configuration["Database"] is { Length: > 0 } given ? given : "Data Source=data/lavka.db";
        try
        {
            // Opens nothing: it only tells whether the words are understood.
            _ = Store.Open(database, TimeProvider.System);
        }
        catch (ArgumentException e)
        {
            Fault("Database", e.Message.Split(" (Parameter", 2)[0]);
        }
        return database;
    }

    private ShopSettings? Shop(IConfigurationSection section)
    {
        var before = _faults.Count;
        if (!section.Key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-') || section.Key.Length > 20)
            Fault(section.Path, "a shop's id has up to 20 small letters, digits and hyphens");
        if (kinds.FirstOrDefault(known => known.Name.Equals(section["Kind"], StringComparison.OrdinalIgnoreCase)) is not { } kind)
        {
            Fault($"{section.Path}:Kind", $"must be one of {string.Join(", ", kinds.Select(known => known.Name))}");
            return null;
        }
        var mode = Mode(section);
        var token = Token($"{section.Path}:Telegram:Token", section["Telegram:Token"]);
        var secret = mode is ReceiveMode.Webhook ? Secret($"{section.Path}:Telegram:Secret", section["Telegram:Secret"]) : null;
        if (section["Owner"] is { Length: > 0 } owner && !OwnerShape().IsMatch(owner)) Fault($"{section.Path}:Owner", "must be the number of the owner's own Telegram chat, digits only");
        var username = section["Telegram:Username"] is { Length: > 0 } name ? name.TrimStart('@') : null;
        if (username is not null && !UsernameShape().IsMatch(username))
            Fault($"{section.Path}:Telegram:Username", "must be the name of the bot, such as your_shop_bot");
        var values = new SimpleValues(section, (key, cure) => Fault($"{section.Path}:{key}", cure));
        var isPaid = values.Flag("Telegram:PaidBroadcast", usual: false);
        var burst = values.Number("Telegram:ChatBurst", SenderOptions.UsualChatBurst, MostChatBurst, "messages");
        var limit = RateLimitSettings.Read(section, values);
        var known = new HashSet<string>([.. ShopKeys, .. kind.Keys], StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in section.AsEnumerable(makePathsRelative: true))
            if (value is not null && !known.Contains(key)) Fault($"{section.Path}:{key}", $"is no setting of a shop of the kind {kind.Name}; known are {string.Join(", ", known.Order().Select(Written))}");
        _faults.AddRange(kind.Check(section));
        return _faults.Count > before ? null : new ShopSettings(section.Key, kind, token!, secret, mode, section["Owner"], section)
        {
            Username = username,
            PaidBroadcast = isPaid,
            ChatBurst = burst,
            RateLimit = limit,
        };
    }

    private ReceiveMode Mode(IConfigurationSection section)
    {
        if (section["Telegram:Mode"] is not { Length: > 0 } written) return ReceiveMode.Polling;
        if (Enum.TryParse<ReceiveMode>(written, ignoreCase: true, out var mode) && Enum.IsDefined(mode)) return mode;
        Fault($"{section.Path}:Telegram:Mode", "must be Webhook or Polling");
        return ReceiveMode.Polling;
    }

    private BotToken? Token(string key, string? text)
    {
        if (text is { Length: > 0 } && TokenShape().IsMatch(text)) return new BotToken(text);
        Fault(key, string.IsNullOrEmpty(text) ? "is missing; BotFather gives it, like 123456:ABC-DEF" : "is not a bot's token; it is a number, a colon and a key, like 123456:ABC-DEF");
        return null;
    }

    private WebhookSecret? Secret(string key, string? text)
    {
        if (text is { Length: > 0 } && SecretShape().IsMatch(text)) return new WebhookSecret(text);
        Fault(key, string.IsNullOrEmpty(text) ? "is missing; webhook mode needs one, e.g. 32 random letters and digits" : "must have 1 to 256 letters, digits, '_' and '-'");
        return null;
    }

    /// <summary>An address to listen on; "every interface" is written with * or +, which no address has.</summary>
    private Uri? Listens(string url)
    {
        if (Uri.TryCreate(AnyInterface().Replace(url, "://localhost", 1), UriKind.Absolute, out var address) && address is { Scheme: "http", PathAndQuery: "/" }) return address;
        Fault("Urls", "must be addresses such as http://127.0.0.1:5080, with a semicolon between them; https is the business of the proxy in front");
        return null;
    }

    private Uri? Address(string key, string text)
    {
        if (Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", Query: "", Fragment: "" }) return url;
        Fault(key, "must be an address such as https://shop.example.com, without a query");
        return null;
    }

    private void Fault(string key, string cure) => _faults.Add(new SettingFault(key, cure));

    private static string Written(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    [GeneratedRegex(@"^[1-9][0-9]{0,15}\z", RegexOptions.NonBacktracking)]
    private static partial Regex OwnerShape();

    [GeneratedRegex(@"://[*+](?=[:/]|\z)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyInterface();

    [GeneratedRegex(@"^[0-9]+:[A-Za-z0-9_-]{3,}\z", RegexOptions.NonBacktracking)]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]{4,31}\z", RegexOptions.NonBacktracking)]
    private static partial Regex UsernameShape();

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z", RegexOptions.NonBacktracking)]
    private static partial Regex SecretShape();
}
