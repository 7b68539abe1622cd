using System.Net;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Host;

public sealed class PaymentHooksTests : IAsyncLifetime
{
    private const string Paid = """{"track_id":"77","status":"Paid","type":"invoice","amount":10,"value":10.02}""";

    private RunningHost _host = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await RunningHost.Start(Ct);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Covers("shipping:D09")]
    public async Task a_notification_that_is_kept_is_answered_by_ok_and_nothing_else()
    {
        using var answer = await _host.Pay(Paid, Ct);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync(Ct)).ShouldBe("ok"u8.ToArray());
        (await _host.Notifications(Ct)).ShouldBe(1);
    }

    [Fact]
    public async Task the_same_notification_ten_times_at_once_is_kept_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _host.Pay(Paid, Ct)));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.OK);
        (await _host.Notifications(Ct)).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("no hex at all")]
    public async Task one_that_anybody_may_have_written_is_turned_away(string signature)
    {
        using var answer = await _host.Pay(Paid, Ct, signature);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _host.Notifications(Ct)).ShouldBe(0);
    }

    [Theory]
    [InlineData("/hooks/pay/stripe/labels")]
    [InlineData("/hooks/pay/oxapay/flats")]
    public async Task a_provider_or_a_shop_that_is_not_there_is_not_found(string path)
    {
        using var answer = await _host.Pay(Paid, Ct, path: path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task it_has_256_KiB_at_most(int above, HttpStatusCode expected)
    {
        using var answer = await _host.Pay(Paid.PadRight((256 * 1024) + above), Ct);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    [Covers("shipping:D10")]
    public async Task while_the_store_cannot_take_it_the_provider_is_asked_to_come_again_and_then_it_is_taken()
    {
        await using (await _host.HoldStore(Ct))
        {
            using var refused = await _host.Pay(Paid, Ct);

            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        }
        (await _host.Notifications(Ct)).ShouldBe(0);

        using var again = await _host.Pay(Paid, Ct);

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _host.Notifications(Ct)).ShouldBe(1);
    }
}
