using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Lavka.Commerce;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class TopUpTests
{
    [Fact]
    [Covers("shipping:D07", "shipping:D24", "shipping:D09")]
    public async Task A_top_up_inside_an_order_leads_back_to_it_and_leaves_no_pay_button()
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        var order = new Order(town, kate);
        await order.Waits();

        await order.TopsUp("50");

        (await kate.Chat()).Messages.SelectMany(message => message.InlineKeyboard ?? []).SelectMany(row => row).ShouldAllBe(key => key.Url == null);
        await order.Pays();
        await order.IsPaidOnce(50);
        foreach (var told in await town.OxaPay.Notifications())
        {
            ((int?)told["answer_status"]).ShouldBe(200);
            ((string?)told["answer"]).ShouldBe("ok");
        }
    }

    [Fact]
    [Covers("shipping:D08", "shipping:D09", "faults:F17")]
    public async Task A_paid_notification_ten_times_at_once_credits_once()
    {
        await using var town = await Town.Open();
        var (kate, invoice) = await Asks(town);
        await town.OxaPay.Pay(invoice);
        await kate.Sees("Your balance was topped up");
        var paid = (await town.OxaPay.Notifications()).Single(told => (string?)told["status"] == "Paid");
        var original = new SignedNotification((string)paid["body"]!, (string)paid["hmac"]!);
        IEnumerable<SignedNotification> others = [.. Enumerable.Range(0, 10).Select(i => SignedNotification.Says(invoice, new string(' ', i) + "Paid"))];

        var answers = await Task.WhenAll(Enumerable.Repeat(original, 10).Concat(others).Select(notification => notification.Post(town.Host.Http)));

        foreach (var answer in answers) answer.ShouldBe((HttpStatusCode.OK, "ok"));
        await town.Store.IsIdle();
        (await kate.Balance()).ShouldBe("25.00");
        (await town.Store.Postings(PostingReason.TopUp)).ShouldBe(1);
        await town.Store.BooksAreRight();
    }

    [Fact]
    [Covers("shipping:D18")]
    public async Task Money_that_the_provider_gives_back_leaves_the_balance_once()
    {
        await using var town = await Town.Open();
        var (kate, invoice) = await Asks(town);
        await town.OxaPay.Pay(invoice);
        await kate.Sees("Your balance was topped up");

        await town.OxaPay.Return(invoice);

        await kate.Sees("was returned to its sender");
        await town.Store.IsIdle();
        (await kate.Balance()).ShouldBe("0.00");
        (await town.Store.Postings(PostingReason.TopUpReturned)).ShouldBe(1);
        await town.Store.BooksAreRight();
    }

    [Fact]
    [Covers("shipping:D11", "faults:F19", "faults:F13")]
    public async Task A_notification_that_is_not_signed_with_our_key_changes_nothing()
    {
        await using var town = await Town.Open();
        var (kate, invoice) = await Asks(town);
        var right = SignedNotification.Says(invoice, "Paid");
        SignedNotification[] forged =
        [
            right with { Signature = null },
            right with { Signature = "" },
            right with { Signature = "not hex" },
            right with { Signature = new string('0', 128) },
            right with { Body = right.Body.Replace("25", "2500", StringComparison.Ordinal) },
            SignedNotification.Of([], key: "somebody else's"),
        ];

        foreach (var notification in forged) (await notification.Post(town.Host.Http)).Status.ShouldBe(HttpStatusCode.Unauthorized);

        (await kate.Balance()).ShouldBe("0.00");
        (await town.Store.Postings(PostingReason.TopUp)).ShouldBe(0);
        await Until.True(() => Task.FromResult(town.Host.Log.Count(line => line.Contains("was refused", StringComparison.Ordinal)) == forged.Length));
    }

    [Fact]
    [Covers("shipping:D13", "faults:F19")]
    public async Task A_signed_word_alone_credits_nothing_while_the_provider_has_no_money()
    {
        await using var town = await Town.Open();
        var (kate, invoice) = await Asks(town);

        foreach (var status in new[] { "Waiting", "Paying", "Paid", "paid", "PAID" })
            (await SignedNotification.Says(invoice, status).Post(town.Host.Http)).ShouldBe((HttpStatusCode.OK, "ok"));

        await town.Store.IsIdle();
        (await kate.Balance()).ShouldBe("0.00");
        (await town.Store.Postings(PostingReason.TopUp)).ShouldBe(0);
    }

    [Fact]
    [Covers("shipping:D12", "shipping:D13")]
    public async Task Whatever_the_form_of_its_words_a_notification_finds_its_invoice_and_credits_it()
    {
        // The provider's own notifications get lost here, so that only the test's count.
        var nowhere = new Dictionary<string, string> { ["PublicUrl"] = "http://127.0.0.1:9" };
        await using var town = await Town.Open(new TownPlan { Mode = "Polling", Settings = nowhere });
        Func<string, SignedNotification>[] forms =
        [
            invoice => SignedNotification.Says(invoice, "Paid"),
            invoice => SignedNotification.Says(invoice, "paid"),
            invoice => SignedNotification.Says(invoice, "PAID"),
            invoice => SignedNotification.Says(long.Parse(invoice, CultureInfo.InvariantCulture), "Paid"),
            invoice => SignedNotification.Of(new JsonObject { ["trackId"] = invoice, ["status"] = "Paid" }),
        ];
        foreach (var form in forms)
        {
            var (kate, invoice) = await Asks(town);
            await town.OxaPay.IsPaid(invoice);

            (await form(invoice).Post(town.Host.Http)).ShouldBe((HttpStatusCode.OK, "ok"));

            await kate.Sees("New balance: $25.00");
        }
        (await town.Store.Postings(PostingReason.TopUp)).ShouldBe(forms.Length);
    }

    [Fact]
    [Covers("shipping:D05")]
    public async Task Whatever_PublicUrl_ends_in_every_address_the_outside_is_told_has_one_slash_between_its_parts()
    {
        await using var town = await Town.Open(new TownPlan { Settings = new Dictionary<string, string> { ["PublicUrl"] = "{host}/" } });
        await Asks(town);

        var host = town.Host.Address.GetLeftPart(UriPartial.Authority);
        ((string?)(await town.OxaPay.Invoices()).Single()["callback_url"]).ShouldBe($"{host}/hooks/pay/oxapay/{TownPlan.Shop}");
        var webhook = (await town.Telegram.Calls()).Last(call => call.Method == "setWebhook");
        ((string?)webhook.Parameters["url"]).ShouldBe($"{host}/hooks/telegram/{TownPlan.Shop}");
    }

    /// <summary>A customer with an open invoice of $25.</summary>
    private static async Task<(Customer Kate, string Invoice)> Asks(Town town)
    {
        var kate = await town.NewCustomer();
        await kate.Says("/balance", "Your balance");
        await kate.Taps("Top up", "How much would you like to top up");
        await kate.Says("25", "The invoice is ready");
        return (kate, await town.OxaPay.LatestInvoice());
    }
}
