using System.Globalization;
using Lavka.Commerce;
using Lavka.Commerce.OxaPay;
using Lavka.Durable;
using Lavka.Shops.Shipping;
using Lavka.Talk;

namespace Lavka.Host;

/// <summary>The shop of shipping labels as a kind that settings can name. Its keys are described in docs/settings.md.</summary>
public sealed class ShippingKind : ShopKind
{
    private const string MarkUp = "MarkUp";
    private const string Support = "Support";
    private const string CarrierKey = "Carrier:ApiKey";
    private const string CarrierTestKey = "Carrier:TestApiKey";
    private const string CarrierUrl = "Carrier:ApiUrl";
    private const string CarrierPhone = "Carrier:FallbackPhone";
    private const string OxaPayKey = "OxaPay:MerchantKey";
    private const string OxaPayUrl = "OxaPay:ApiUrl";
    private const string OxaPayReturn = "OxaPay:ReturnUrl";
    private const string OxaPayLifetime = "OxaPay:LifetimeMinutes";
    private const string TopUpLeast = "TopUp:Least";
    private const string TopUpMost = "TopUp:Most";

    public override string Name => ShippingShop.Kind;

    public override IReadOnlyList<string> Keys { get; } =
        [MarkUp, Support, CarrierKey, CarrierTestKey, CarrierUrl, CarrierPhone, OxaPayKey, OxaPayUrl, OxaPayReturn, OxaPayLifetime, TopUpLeast, TopUpMost];

    public override Tour Tour => ShippingTour.Tour;

    public override IReadOnlyList<SettingFault> Check(IConfigurationSection section)
    {
        List<SettingFault> faults = [];
        foreach (var key in new[] { MarkUp, TopUpLeast, TopUpMost })
            if (section[key] is { Length: > 0 } amount && TypedMoney.Of(amount, Currency.Usd) is not TypedMoney.Read) Fault(key, "must be an amount in US dollars, such as 10 or 10.50");
        foreach (var key in new[] { CarrierUrl, OxaPayUrl, OxaPayReturn })
            if (section[key] is { Length: > 0 } url && !IsWeb(url)) Fault(key, "must be an address such as https://api.example.com");
        if (section[Support] is { Length: > 0 } contact && !IsWeb(contact) && !contact.StartsWith("tg://", StringComparison.Ordinal))
            Fault(Support, "must be an address such as https://t.me/your_name");
        if (section[CarrierKey] is { Length: > 0 } && section[CarrierPhone] is not { Length: > 0 })
            Fault(CarrierPhone, "is missing; carriers want a phone number, and yours is sent when a customer gives none");
        if (section[CarrierTestKey] is { Length: > 0 } test && (section[CarrierKey] is not { Length: > 0 } real || real == test))
            Fault(CarrierTestKey, "must stand beside Carrier__ApiKey and differ from it: it is the key of the carrier's test environment");
        if (section[CarrierPhone] is { Length: > 0 } phone && AddressRules.Phone(AddressRules.TidyPhone(phone)) is not null)
            Fault(CarrierPhone, "must be a US phone number, such as +12125550100");
        if (section[OxaPayLifetime] is { Length: > 0 } minutes && !(int.TryParse(minutes, CultureInfo.InvariantCulture, out var lifetime) && lifetime is >= 15 and <= 2880))
            Fault(OxaPayLifetime, "must be a number of minutes from 15 to 2880");
        if (faults.Count == 0 && Amount(section, TopUpLeast, AmountLimits.TopUp.Least) > Amount(section, TopUpMost, AmountLimits.TopUp.Most))
            Fault(TopUpLeast, "must not be larger than TopUp__Most");
        return faults;

        void Fault(string key, string cure) => faults.Add(new SettingFault($"{section.Path}:{key}", cure));
    }

    public override ShopParts Open(ShopSettings settings, Uri publicUrl, OwnerLine owner, HttpClient http, TimeProvider clock, ILoggerFactory logs)
    {
        var section = settings.Section;
        var carrier = section[CarrierKey] is { Length: > 0 } key
            ? new CarrierClients(Client(key), section[CarrierTestKey] is { Length: > 0 } test ? Client(test) : null)
            : null;
        var provider = section[OxaPayKey] is { Length: > 0 } merchant ? new Lavka.Commerce.OxaPay.Client(http, OxaPay(settings, merchant, publicUrl)) : null;
        var shop = new Shop(settings.Id)
        {
            Owner = settings.Owner is { } number ? new ChatKey(new BotId(settings.Id), number) : null,
            PaymentProvider = provider?.Name,
            Switch = ShippingShop.Switch,
            TopUpLimits = new AmountLimits(Amount(section, TopUpLeast, AmountLimits.TopUp.Least), Amount(section, TopUpMost, AmountLimits.TopUp.Most)),
        };
        var defaults = new ShippingSettings();
        var own = defaults with { MarkUp = Amount(section, MarkUp, defaults.MarkUp), Support = section[Support] is { Length: > 0 } contact ? contact : null };
        var quotes = carrier is null ? null : new Quotes(carrier, clock, (text, alert, ct) => owner.Tell(shop, text, alert, ct));
        List<string> off = [];
        if (carrier is null) off.Add($"the carrier is off and no labels are sold: set Shops__{settings.Id}__Carrier__ApiKey");
        if (provider is null) off.Add($"topping up is off: set Shops__{settings.Id}__OxaPay__MerchantKey");
        if (shop.Owner is null) off.Add($"alerts go to the log only: set Shops__{settings.Id}__Owner to your chat's number");
        return new ShopParts(shop, ShippingShop.Script(own, quotes), ShippingShop.Jobs(carrier), provider is null ? [] : [provider], off);

        CarrierClient Client(string apiKey) => new(http, Carrier(section, apiKey), clock, logs.CreateLogger<CarrierClient>());
    }

    private static CarrierSettings Carrier(IConfigurationSection section, string key)
    {
        var settings = new CarrierSettings(key, AddressRules.TidyPhone(section[CarrierPhone] ?? ""));
        return section[CarrierUrl] is { Length: > 0 } url ? settings with { ApiUrl = new Uri(url) } : settings;
    }

    private static OxaPaySettings OxaPay(ShopSettings shop, string key, Uri publicUrl)
    {
        var section = shop.Section;
        var back = section[OxaPayReturn] is { Length: > 0 } given ? new Uri(given) : publicUrl;
        var settings = new OxaPaySettings(key, PaymentNotifications.Address(publicUrl, "oxapay", shop.Id), back);
        if (section[OxaPayUrl] is { Length: > 0 } url) settings = settings with { Api = new Uri(url) };
        return section[OxaPayLifetime] is { Length: > 0 } minutes
            ? settings with { Lifetime = TimeSpan.FromMinutes(int.Parse(minutes, CultureInfo.InvariantCulture)) }
            : settings;
    }

    private static Money Amount(IConfigurationSection section, string key, Money otherwise) =>
        section[key] is { Length: > 0 } amount && TypedMoney.Of(amount, Currency.Usd) is TypedMoney.Read read ? read.Money : otherwise;

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https");
}
