using System.Globalization;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

public sealed class TopUpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task an_invoice_is_asked_for_by_a_job_and_shown_with_its_link()
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(25_00, "184747701");
        var view = floor.Said.ShouldHaveSingleItem();
        view.Body.Plain(Language.En).ShouldContain("$25.00");
        view.Rows[0][0].Press.ShouldBe(new Press.Link("https://pay.example/184747701"));
        view.Rows[1][0].Press.ShouldBe(new Press.Go(PaymentViews.CheckRoute(id)));
        var payment = await floor.Payment(id);
        (payment.State, payment.TrackId, payment.PaidAt).ShouldBe((PaymentState.Pending, "184747701", null));
        (await floor.Balance()).ShouldBe(0);
    }

    [Fact, Covers("shipping:D02")]
    public async Task an_amount_outside_the_limits_begins_nothing()
    {
        await using var floor = await ShopFloor.Open();
        (await floor.Turn((desk, ct) => desk.Payments.TopUp(new Money(9_99, Currency.Usd), null, null, ct))).ShouldBe(new TopUp.OutOfLimits(AmountLimits.TopUp));
        (await floor.Count("payments")).ShouldBe(0);
        (await floor.Count("jobs")).ShouldBe(0);
    }

    [Fact, Covers("shipping:D08", "ledger:L5")]
    public async Task ten_equal_notifications_at_once_credit_once()
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(50_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid, 50);
        const string Body = """{"track_id":"77","status":"Paid","amount":50,"value":50}""";

        var receipts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => floor.Notify(Body), Ct)));
        receipts.ShouldAllBe(receipt => receipt == NotificationReceipt.Accepted);
        await floor.RunJobs();

        (await floor.Balance()).ShouldBe(50_00);
        (await floor.Count("payment_events")).ShouldBe(1);
        (await floor.Payment(id)).FulfilledAt.ShouldNotBeNull();
        floor.Said.Count(view => view.Body.Plain(Language.En).Contains("topped up", StringComparison.Ordinal)).ShouldBe(1);
        await floor.Temp.BooksAreRight();
    }

    [Fact, Covers("shipping:D08", "ledger:L5", "ledger:L6")]
    public async Task notification_poll_and_button_together_credit_once()
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(50_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid, 50);
        await floor.Notify("""{"track_id":77,"status":"Paid","value":"50.00"}""");
        await floor.Notify("""{"track_id":"77","status":"PAID","value":50}""");
        (await floor.Turn((desk, ct) => desk.Payments.Check(id, ct))).ShouldBeTrue();
        floor.Temp.Clock.Advance(PollSchedule.Every);
        var jobs = await floor.Temp.Store.Write((tx, ct) => Jobs.Claim(tx, 100, TimeSpan.FromMinutes(2), ct), Ct);
        var checks = jobs.Where(job => job.Kind is CheckPayment.Kind).ToList();
        checks.Count.ShouldBe(4);
        await Task.WhenAll(checks.Select(job => Task.Run(() => floor.Run(job), Ct)));
        (await floor.Balance()).ShouldBe(50_00);
        await floor.Temp.BooksAreRight();
    }

    /// <summary>That part of vpn:S-48 which needs no panel: the provider's way to us is out for a day, and the program dies three times meanwhile.</summary>
    [Fact]
    public async Task a_day_without_notifications_leaves_no_payment_unfulfilled_and_what_comes_late_credits_nothing_more()
    {
        await using var floor = await ShopFloor.Open();
        var payments = new List<PaymentId>();
        for (var hour = 1; hour <= 24; hour++)
        {
            payments.Add(await floor.TopUp(50_00, $"{hour}"));
            floor.Provider.Sees($"{hour}", ProviderStatus.Paid, 50);
            if (hour % 8 == 0) await floor.Temp.Reopen();
            floor.Temp.Clock.Advance(PollSchedule.Every);
            await floor.RunJobs();
            (await floor.Balance()).ShouldBe(hour * 50_00, "within two minutes");
            floor.Temp.Clock.Advance(TimeSpan.FromHours(1) - PollSchedule.Every);
        }

        for (var hour = 1; hour <= 24; hour++)
            for (var time = 0; time < 2; time++) (await floor.Notify($$"""{"track_id":"{{hour}}","status":"Paid","value":50}""")).ShouldBe(NotificationReceipt.Accepted);
        await floor.RunJobs();

        (await floor.Balance()).ShouldBe(24 * 50_00);
        foreach (var payment in payments) (await floor.Payment(payment)).FulfilledAt.ShouldNotBeNull();
        await floor.Temp.BooksAreRight();
    }

    [Theory, Covers("shipping:D11")]
    [InlineData("another key")]
    [InlineData("")]
    public async Task a_forged_notification_changes_nothing(string key)
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(50_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid, 50);
        var jobs = await floor.Count("jobs");
        (await floor.Notify("""{"track_id":"77","status":"Paid","value":50}""", key)).ShouldBe(NotificationReceipt.Forged);
        (await floor.Notifications.Receive("oxapay", "labels", new Dictionary<string, string>(), """{"track_id":"77","status":"Paid"}"""u8.ToArray(), Ct)).ShouldBe(NotificationReceipt.Forged);
        (await floor.Count("payment_events")).ShouldBe(0);
        (await floor.Count("jobs")).ShouldBe(jobs);
        (await floor.Balance()).ShouldBe(0);
    }

    [Fact]
    public async Task a_signed_notification_alone_credits_nothing_when_the_provider_does_not_confirm_it()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(50_00, "77");
        await floor.Notify("""{"track_id":"77","status":"Paid","value":50}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(0);
    }

    [Fact]
    public async Task a_shop_or_provider_that_is_not_there_is_told_apart()
    {
        await using var floor = await ShopFloor.Open();
        (await floor.Notifications.Receive("oxapay", "flats", new Dictionary<string, string>(), default, Ct)).ShouldBe(NotificationReceipt.NoSuchProvider);
        (await floor.Notifications.Receive("paypal", "labels", new Dictionary<string, string>(), default, Ct)).ShouldBe(NotificationReceipt.NoSuchProvider);
    }

    [Theory, Covers("shipping:D12")]
    [InlineData("184747701", "184747701")]
    [InlineData("184747701", "\"184747701\"")]
    [InlineData("007123", "\"007123\"")]
    [InlineData("007123", "7123")]
    public async Task a_track_id_matches_as_text_and_as_number(string track, string written)
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(50_00, track);
        floor.Provider.Sees(track, ProviderStatus.Paid, 50);
        await floor.Notify($$"""{"track_id":{{written}},"status":"Paid"}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(50_00);
    }

    [Fact, Covers("shipping:D12")]
    public async Task a_number_that_could_be_two_payments_is_neither()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(50_00, "007");
        await floor.TopUp(50_00, "07");
        await floor.Notify("""{"track_id":7,"status":"Paid"}""");
        (await floor.AlertsRaised()).ShouldHaveSingleItem();
    }

    [Theory, Covers("shipping:D13")]
    [InlineData("Paid", 1)]
    [InlineData("paid", 1)]
    [InlineData("PAID", 1)]
    [InlineData("Paying", 0)]
    [InlineData("Waiting", 0)]
    public async Task the_word_paid_in_any_case_credits_once_and_the_others_do_not(string word, int credits)
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(50_00, "77");
        floor.Provider.Knows["77"] = new Observation("77", Lavka.Commerce.OxaPay.Wire.ReadStatus(word), new Money(50_00, Currency.Usd));
        await floor.Notify($$"""{"track_id":"77","status":"{{word}}","value":50}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(credits * 50_00);
    }

    [Fact, Covers("shipping:D15")]
    public async Task an_unknown_payment_is_kept_told_to_the_owner_and_accepted()
    {
        await using var floor = await ShopFloor.Open();
        (await floor.Notify("""{"track_id":"999","status":"Paid","value":50}""")).ShouldBe(NotificationReceipt.Accepted);
        (await floor.Notify("""{"track_id":"999","status":"Paid","value":50}""")).ShouldBe(NotificationReceipt.Accepted);
        (await floor.Count("payment_events")).ShouldBe(1);
        (await floor.AlertsRaised()).ShouldHaveSingleItem().ShouldContain("999");
    }

    [Theory, Covers("shipping:D16")]
    [InlineData("24.585", "$24.58", 24_58)]
    [InlineData("30", "$30.00", 30_00)]
    public async Task what_arrived_is_credited_and_told_beside_what_was_asked(string usd, string shown, long cents)
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(25_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid, decimal.Parse(usd, CultureInfo.InvariantCulture));
        await floor.Notify("""{"track_id":"77","status":"Paid"}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(cents);
        var payment = await floor.Payment(id);
        (payment.Requested.Minor, payment.Credited!.Value.Minor).ShouldBe((25_00, cents));
        floor.Said.Last().Body.Plain(Language.En).ShouldBe($"✅ Your balance was topped up!\nThe invoice was: $25.00\nCredited: {shown}\nNew balance: {shown}");
    }

    [Fact, Covers("shipping:D16")]
    public async Task a_shortfall_is_told_at_once_and_credited_when_nothing_more_can_come()
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(25_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Underpaid, 10);
        floor.Temp.Clock.Advance(PollSchedule.Every);
        await floor.RunJobs();
        (await floor.Payment(id)).State.ShouldBe(PaymentState.Underpaid);
        floor.Said.Last().Body.Plain(Language.En).ShouldContain("Less arrived");
        (await floor.Balance()).ShouldBe(0);

        for (var poll = 0; poll < 15; poll++)
        {
            floor.Temp.Clock.Advance(PollSchedule.Every);
            await floor.RunJobs();
        }
        (await floor.Balance()).ShouldBe(10_00);
        (await OpenChecks(floor)).ShouldBe(0);
    }

    [Fact]
    public async Task more_money_after_the_credit_is_told_to_the_owner()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(25_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid, 25);
        await floor.Notify("""{"track_id":"77","status":"Paid","value":25}""");
        await floor.RunJobs();
        floor.Provider.Sees("77", ProviderStatus.Paid, 40);
        await floor.Notify("""{"track_id":"77","status":"Paid","value":40}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(25_00);
        (await floor.AlertsRaised())[^1].ShouldContain("$40.00");
    }

    [Fact]
    public async Task what_was_asked_is_not_repeated_when_exactly_that_arrived()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(25_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid, 25m);
        await floor.Notify("""{"track_id":"77","status":"Paid"}""");
        await floor.RunJobs();
        floor.Said.Last().Body.Plain(Language.En).ShouldBe("✅ Your balance was topped up!\nCredited: $25.00\nNew balance: $25.00");
    }

    [Fact]
    public async Task the_worth_in_the_signed_notification_counts_when_the_inquiry_does_not_tell_it()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(25_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid);
        await floor.Notify("""{"track_id":"77","status":"Paying","value":11}""");
        await floor.Notify("""{"track_id":"77","status":"Paid","value":31.2}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(31_20);
    }

    [Fact]
    public async Task a_top_up_for_an_order_leads_back_to_it()
    {
        await using var floor = await ShopFloor.Open();
        var order = OrderId.New();
        await floor.TopUp(25_00, "77", order, new Route($"order/{order}/pay"));
        floor.Provider.Sees("77", ProviderStatus.Paid, 25);
        await floor.Notify("""{"track_id":"77","status":"Paid"}""");
        await floor.RunJobs();
        floor.Said.Last().Rows[0][0].Press.ShouldBe(new Press.Go(new Route($"order/{order}/pay")));
    }

    [Fact, Covers("shipping:D06")]
    public async Task without_any_notification_the_money_is_credited_by_polling()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(25_00, "77");
        floor.Temp.Clock.Advance(PollSchedule.Every);
        await floor.RunJobs();
        floor.Provider.Sees("77", ProviderStatus.Paid, 25);
        floor.Temp.Clock.Advance(PollSchedule.Every);
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(25_00);
    }

    [Fact, Covers("shipping:D06")]
    public async Task a_provider_that_is_silent_for_a_while_costs_nothing()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(25_00, "77");
        floor.Provider.Sees("77", ProviderStatus.Paid, 25);
        floor.Provider.IsSilent = true;
        floor.Temp.Clock.Advance(PollSchedule.Every);
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(0);
        floor.Provider.IsSilent = false;
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(25_00);
    }

    [Fact]
    public async Task an_expired_invoice_is_told_once_and_polling_ends()
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(25_00, "77");
        floor.Temp.Clock.Advance(TimeSpan.FromMinutes(31));
        floor.Provider.Sees("77", ProviderStatus.Expired);
        await floor.RunJobs();
        (await floor.Payment(id)).State.ShouldBe(PaymentState.Expired);
        floor.Said.Last().Body.Plain(Language.En).ShouldContain("expired");
        (await OpenChecks(floor)).ShouldBe(0);
    }

    [Fact, Covers("shipping:D16")]
    public async Task an_invoice_that_the_provider_never_closes_is_expired_by_us_and_late_money_still_counts()
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(25_00, "77");
        for (var poll = 0; poll < 40; poll++)
        {
            floor.Temp.Clock.Advance(PollSchedule.Every);
            await floor.RunJobs();
        }
        (await floor.Payment(id)).State.ShouldBe(PaymentState.Expired);
        (await OpenChecks(floor)).ShouldBe(0);
        floor.Provider.Sees("77", ProviderStatus.Paid, 25);
        await floor.Notify("""{"track_id":"77","status":"Paid"}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(25_00);
    }

    [Fact, Covers("shipping:D19")]
    public async Task two_open_invoices_are_credited_each()
    {
        await using var floor = await ShopFloor.Open();
        await floor.TopUp(25_00, "77");
        await floor.TopUp(30_00, "78");
        floor.Provider.Sees("77", ProviderStatus.Paid, 25);
        floor.Provider.Sees("78", ProviderStatus.Paid, 30);
        await floor.Notify("""{"track_id":"78","status":"Paid"}""");
        await floor.Notify("""{"track_id":"77","status":"Paid"}""");
        await floor.RunJobs();
        (await floor.Balance()).ShouldBe(55_00);
        await floor.Temp.BooksAreRight();
    }

    [Fact]
    public async Task who_asks_gets_an_answer_even_when_nothing_is_new_and_foreign_payments_are_not_shown()
    {
        await using var floor = await ShopFloor.Open();
        var id = await floor.TopUp(25_00, "77");
        (await floor.Turn((desk, ct) => desk.Payments.Check(id, ct))).ShouldBeTrue();
        await floor.RunJobs();
        floor.Said.Count.ShouldBe(2);
        (await floor.Turn((desk, ct) => desk.Payments.Check(id, ct), new Person("2002", "Eve"))).ShouldBeFalse();
    }

    [Fact]
    public async Task an_invoice_that_nobody_will_issue_is_told_and_the_owner_hears_of_it()
    {
        await using var floor = await ShopFloor.Open();
        floor.Provider.IsSilent = true;
        var id = await floor.TopUp(25_00, "77");
        await floor.Turn((desk, ct) => desk.Payments.Issue(id, new Invoice.Refused("Amount is too low"), ct));
        (await floor.Payment(id)).State.ShouldBe(PaymentState.Failed);
        (await floor.AlertsRaised()).ShouldHaveSingleItem().ShouldContain("Amount is too low");
    }

    private static Task<long> OpenChecks(ShopFloor floor) => floor.Count("jobs where kind = 'payments.check' and done_at is null");
}
