using System.Net;
using Lavka.Commerce;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>The limit on payment notifications, met by the provider itself and behind a proxy.</summary>
public sealed class PaymentLimitTests
{
    private const string ForwardedFor = "X-Forwarded-For";

    [Fact]
    [Covers("vpn:S-09")]
    public async Task A_payment_whose_notification_was_one_too_many_is_told_again_by_the_provider_and_credits_once()
    {
        await using var town = await Town.Open(Plan(calls: 1, seconds: 5));
        var kate = await town.NewCustomer();
        await kate.Says("/balance", "Your balance");
        await kate.Taps("Top up", "How much would you like to top up");
        await kate.Says("25", "The invoice is ready");

        await town.OxaPay.Pay(await town.OxaPay.LatestInvoice());

        await Until.True(async () => (await town.OxaPay.Notifications()).Any(told => (string?)told["status"] == "Paid" && (bool)told["delivered"]!), "the provider gets through");
        (await town.OxaPay.Notifications()).ShouldContain(told => (string?)told["status"] == "Paid" && (int?)told["answer_status"] == 429);
        await town.Store.IsIdle();
        (await kate.Balance()).ShouldBe("25.00");
        (await town.Store.Postings(PostingReason.TopUp)).ShouldBe(1);
        await town.Store.BooksAreRight();
    }

    [Theory]
    [InlineData("true", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.TooManyRequests)]
    [Covers("vpn:S-09")]
    public async Task Who_calls_through_a_proxy_is_known_only_when_the_proxy_is_to_be_believed(string isBelieved, HttpStatusCode another)
    {
        await using var town = await Town.Open(Plan(calls: 1, seconds: 3600, ("ASPNETCORE_FORWARDEDHEADERS_ENABLED", isBelieved)));

        (await Post(town, "203.0.113.7")).ShouldBe(HttpStatusCode.Unauthorized);
        // Whatever a caller writes there himself, the proxy puts his address behind it.
        (await Post(town, "198.51.100.1, 203.0.113.7")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await Post(town, "203.0.113.8")).ShouldBe(another);
    }

    private static TownPlan Plan(int calls, int seconds, params IEnumerable<(string Key, string Value)> also) => new()
    {
        Settings = new Dictionary<string, string>([.. also.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))])
        {
            ["PaymentHooks__MaxRequests"] = FormattableString.Invariant($"{calls}"), ["PaymentHooks__TimeWindow"] = FormattableString.Invariant($"{seconds}"),
        },
    };

    private static async Task<HttpStatusCode> Post(Town town, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/pay/oxapay/{TownPlan.Shop}") { Content = new StringContent("{}"), Headers = { { ForwardedFor, address } } };
        using var answer = await town.Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
