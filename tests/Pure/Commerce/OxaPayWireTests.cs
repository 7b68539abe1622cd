using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Lavka.Commerce;
using Lavka.Commerce.OxaPay;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Commerce;

public sealed class OxaPayWireTests
{
    private const string Key = "merchant-key";

    private static readonly OxaPaySettings Settings = new(Key, new Uri("https://shop.example/hooks/pay/oxapay/labels"), new Uri("https://t.me/labels_bot"));

    [Fact, Covers("shipping:D03", "shipping:D04")]
    public void an_invoice_is_asked_for_in_exactly_the_documented_words()
    {
        var request = new InvoiceRequest(PaymentId.New(), new Money(25_50, Currency.Usd), "Balance");
        var body = JsonDocument.Parse(Wire.WriteInvoice(request, Settings)).RootElement;
        body.EnumerateObject().Select(field => field.Name).ShouldBe(
            ["amount", "currency", "lifetime", "fee_paid_by_payer", "under_paid_coverage", "callback_url", "return_url", "description", "order_id"]);
        body.GetProperty("amount").GetDecimal().ShouldBe(25.50m);
        body.GetProperty("currency").GetString().ShouldBe("USD");
        body.GetProperty("lifetime").GetInt32().ShouldBe(30);
        body.GetProperty("under_paid_coverage").GetDecimal().ShouldBe(2);
        body.GetProperty("callback_url").GetString().ShouldBe("https://shop.example/hooks/pay/oxapay/labels");
        body.GetProperty("order_id").GetString()!.Length.ShouldBeLessThanOrEqualTo(50);
    }

    [Fact]
    public void an_issued_invoice_is_read() =>
        Wire.ReadInvoice(HttpStatusCode.OK, """{"data":{"track_id":"184747701","payment_url":"https://pay.oxapay.com/1/184747701","expired_at":1734546589,"date":1734510589},"status":200}""")
            .ShouldBe(new Invoice.Issued("184747701", "https://pay.oxapay.com/1/184747701", DateTimeOffset.FromUnixTimeSeconds(1734546589)));

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"data":{},"message":"Validation","error":{"type":"validation","key":"amount","message":"Amount is too low"},"status":400}""", typeof(Invoice.Refused))]
    [InlineData(HttpStatusCode.OK, """{"data":{},"status":200}""", typeof(Invoice.Refused))]
    [InlineData(HttpStatusCode.OK, "<html>", typeof(Invoice.Unavailable))]
    [InlineData(HttpStatusCode.BadGateway, "<html>", typeof(Invoice.Unavailable))]
    [InlineData(HttpStatusCode.TooManyRequests, "", typeof(Invoice.Unavailable))]
    public void an_invoice_that_was_not_issued_is_refused_or_asked_for_again(HttpStatusCode status, string body, Type expected) =>
        Wire.ReadInvoice(status, body).ShouldBeOfType(expected);

    [Fact]
    public void a_refusal_carries_the_reason_of_the_provider() =>
        Wire.ReadInvoice(HttpStatusCode.BadRequest, """{"error":{"message":"Amount is too low"}}""").ShouldBe(new Invoice.Refused("OxaPay answered 400: Amount is too low"));

    [Theory, Covers("shipping:D13")]
    [InlineData("Paid", ProviderStatus.Paid)]
    [InlineData("paid", ProviderStatus.Paid)]
    [InlineData("PAID", ProviderStatus.Paid)]
    [InlineData("manual_accept", ProviderStatus.Paid)]
    [InlineData("Paying", ProviderStatus.Paying)]
    [InlineData("Waiting", ProviderStatus.Waiting)]
    [InlineData("new", ProviderStatus.Waiting)]
    [InlineData("underpaid", ProviderStatus.Underpaid)]
    [InlineData("expired", ProviderStatus.Expired)]
    [InlineData("refunding", ProviderStatus.Refunding)]
    [InlineData("refunded", ProviderStatus.Refunded)]
    [InlineData("whatever", ProviderStatus.Unknown)]
    [InlineData(null, ProviderStatus.Unknown)]
    public void a_status_is_read_in_any_case(string? word, ProviderStatus status) => Wire.ReadStatus(word).ShouldBe(status);

    [Theory, Covers("shipping:D14")]
    [InlineData("\"10.00\"", 10_00)]
    [InlineData("10.00", 10_00)]
    [InlineData("10", 10_00)]
    [InlineData("1e1", 10_00)]
    [InlineData("3.0440897036220003", 3_04)]
    [InlineData("0", 0)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"ten\"", null)]
    [InlineData("-5", null)]
    [InlineData("1e400", null)]
    [InlineData("79228162514264337593543950335", null)]
    [InlineData("{}", null)]
    [InlineData("true", null)]
    public void a_value_is_read_in_every_form_it_may_come(string value, int? cents) =>
        Seen($$"""{"track_id":"1","status":"paid","value":{{value}}}""").Value.ShouldBe(cents is { } minor ? new Money(minor, Currency.Usd) : null);

    [Fact, Covers("shipping:D14")]
    public void a_missing_value_is_no_value() => Seen("""{"track_id":"1","status":"paid","amount":"10.00"}""").Value.ShouldBeNull();

    [Theory, Covers("shipping:D12")]
    [InlineData("\"007123\"", "007123")]
    [InlineData("184747701", "184747701")]
    [InlineData("\"184747701\"", "184747701")]
    public void a_track_id_is_text_whatever_it_came_as(string written, string track) => Seen($$"""{"track_id":{{written}},"status":"paid"}""").TrackId.ShouldBe(track);

    [Fact, Covers("shipping:D16")]
    public void only_confirmed_transactions_count_and_several_are_summed_before_rounding() =>
        Seen("""
            {"track_id":"1","status":"paid","amount":25,"currency":"USD","value":99,
             "txs":[{"status":"confirmed","value":12.2425,"currency":"POL"},{"status":"Confirmed","value":"12.3425","currency":"BTC"},{"status":"confirming","value":50}]}
            """).Value.ShouldBe(new Money(24_58, Currency.Usd));

    [Fact]
    public void what_was_sent_is_never_taken_for_what_was_asked() =>
        Seen("""{"track_id":"1","status":"underpaid","amount":25,"txs":[{"status":"confirmed","amount":0.006,"currency":"ETH"}]}""").Value.ShouldBeNull();

    [Fact]
    public void an_inquiry_that_fails_decides_nothing()
    {
        Wire.ReadInquiry(HttpStatusCode.InternalServerError, "").ShouldBeOfType<Inquiry.Unavailable>();
        Wire.ReadInquiry(HttpStatusCode.Unauthorized, "{}").ShouldBeOfType<Inquiry.Unavailable>();
        Wire.ReadInquiry(HttpStatusCode.OK, "[]").ShouldBeOfType<Inquiry.Unavailable>();
        Wire.ReadInquiry(HttpStatusCode.NotFound, """{"message":"no such payment"}""").ShouldBe(new Inquiry.NotFound("OxaPay answered 404: no such payment"));
    }

    [Fact]
    public void any_answer_is_read_without_an_exception() =>
        Prop.ForAll((NonNull<string> body, NonNull<byte[]> bytes) =>
            Wire.ReadInvoice(HttpStatusCode.OK, body.Get) is not null
            && Wire.ReadInquiry(HttpStatusCode.OK, body.Get) is not null
            && Wire.ReadNotification(Sign(bytes.Get, Key), bytes.Get, Key) is not Notification.Forged).QuickCheckThrowOnFailure();

    [Fact, Covers("shipping:D11")]
    public void a_notification_without_the_right_signature_over_the_raw_body_is_forged()
    {
        var body = """{"track_id":"1", "status":"Paid"}"""u8.ToArray();
        Wire.ReadNotification(Sign(body, Key), body, Key).ShouldBeOfType<Notification.Verified>();
        Wire.ReadNotification(Sign(body, Key).ToUpperInvariant(), body, Key).ShouldBeOfType<Notification.Verified>();
        string?[] wrong = [null, "", "zz", new string('0', 128), Sign(body, "another key"), Sign(body, Key)[..126], Sign(body, Key) + "00", Sign("""{"track_id":"1","status":"Paid"}"""u8.ToArray(), Key)];
        foreach (var signature in wrong) Wire.ReadNotification(signature, body, Key).ShouldBeOfType<Notification.Forged>(signature);
    }

    [Fact]
    public void the_same_event_has_the_same_key_and_another_event_another()
    {
        var paying = """{"track_id":"1","status":"Paying"}"""u8.ToArray();
        var paid = """{"track_id":"1","status":"Paid"}"""u8.ToArray();
        EventKey(paid).ShouldBe(EventKey(paid));
        EventKey(paid).ShouldNotBe(EventKey(paying));
    }

    [Fact]
    public void a_signed_notification_that_says_nothing_is_unreadable() =>
        Wire.ReadNotification(Sign("hello"u8.ToArray(), Key), "hello"u8.ToArray(), Key).ShouldBeOfType<Notification.Unreadable>();

    [Fact]
    public void the_key_is_not_shown_by_the_settings() => Settings.ToString().ShouldNotContain(Key);

    private static Observation Seen(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return Wire.ReadNotification(Sign(bytes, Key), bytes, Key).ShouldBeOfType<Notification.Verified>().Observation;
    }

    private static string EventKey(byte[] body) => Wire.ReadNotification(Sign(body, Key), body, Key).ShouldBeOfType<Notification.Verified>().EventKey;

    private static string Sign(byte[] body, string key) => Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), body));
}
