using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

/// <summary>One wish to pay is one invoice, and one invoice is one payment.</summary>
public sealed class InvoiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("shipping:D20")]
    public async Task a_number_of_the_provider_s_belongs_to_one_payment_only()
    {
        await using var floor = await ShopFloor.Open();
        var first = await floor.TopUp(25_00, "77");

        await Should.ThrowAsync<DbUpdateException>(() => floor.TopUp(30_00, "77"));

        (await floor.Payment(first)).TrackId.ShouldBe("77");
        (await floor.Count("payments where track_id = '77'")).ShouldBe(1);
        floor.Said.Count.ShouldBe(1);
    }

    [Theory, Covers("shipping:D20")]
    [InlineData("""{"status":"Paid","value":25}""")]
    [InlineData("""{"track_id":null,"status":"Paid","value":25}""")]
    [InlineData("""{"track_id":"","status":"Paid","value":25}""")]
    public async Task a_notification_without_a_number_touches_no_payment_however_many_have_none_yet(string body)
    {
        await using var floor = await ShopFloor.Open();
        floor.Provider.IsSilent = true;
        var waiting = await floor.TopUp(25_00, "77");
        var other = await floor.TopUp(25_00, "78");

        await floor.Notify(body);
        floor.Provider.IsSilent = false;
        floor.Provider.Sees("", ProviderStatus.Paid, 25);
        await floor.RunJobs();

        foreach (var id in new[] { waiting, other }) (await floor.Payment(id)).State.ShouldBe(PaymentState.Created);
        (await floor.Balance()).ShouldBe(0);
    }

    [Fact, Covers("shipping:D21")]
    public async Task an_invoice_whose_answer_was_lost_is_asked_for_again_and_one_is_shown_and_counts()
    {
        await using var floor = await ShopFloor.Open();
        floor.Provider.NextTrack = "77";
        await floor.Turn((desk, ct) => desk.Payments.TopUp(new Money(25_00, Currency.Usd), null, null, ct));
        var job = (await floor.Temp.Store.Write((tx, ct) => Jobs.Claim(tx, 1, TimeSpan.FromMinutes(2), ct), Ct)).ShouldHaveSingleItem();
        await floor.Provider.CreateInvoice(null!, Ct);

        floor.Provider.NextTrack = "78";
        await floor.Run(job);

        floor.Provider.InvoicesMade.ShouldBe(2);
        floor.Said.ShouldHaveSingleItem().Rows[0][0].Press.ShouldBe(new Press.Link("https://pay.example/78"));
        (await floor.Count("payments")).ShouldBe(1);
        await floor.Notify("""{"track_id":"77","status":"Expired"}""");
        await floor.RunJobs();
        (await floor.Count("payments where state = 'Pending'")).ShouldBe(1);
    }

    [Fact, Covers("shipping:D17", "shipping:D21")]
    public async Task after_an_invoice_that_ran_out_a_new_one_is_made_once_however_often_it_is_asked_for()
    {
        await using var floor = await ShopFloor.Open();
        var over = await Expired(floor);
        floor.Said.Last().Rows[0][0].Press.ShouldBe(new Press.Go(PaymentViews.AgainRoute(over)));

        floor.Provider.NextTrack = "78";
        var begun = (await Again(floor, over)).ShouldBeOfType<TopUp.Begun>();
        (await Again(floor, over)).ShouldBeOfType<TopUp.StillOpen>().Payment.Id.ShouldBe(begun.Payment);
        await floor.RunJobs();
        (await Again(floor, over)).ShouldBeOfType<TopUp.StillOpen>().Payment.TrackId.ShouldBe("78");

        floor.Provider.InvoicesMade.ShouldBe(2);
        floor.Said.Last().Rows[0][0].Press.ShouldBe(new Press.Link("https://pay.example/78"));
        begun.Amount.Minor.ShouldBe(25_00);
        (await floor.Payment(begun.Payment)).ReturnRoute.ShouldBe("order/1");
    }

    [Fact, Covers("shipping:D17")]
    public async Task one_that_was_paid_after_all_or_is_another_s_is_not_made_again()
    {
        await using var floor = await ShopFloor.Open();
        var over = await Expired(floor);
        (await floor.Turn((desk, ct) => desk.Payments.Again(over, ct), new Person("2002", "Eve"))).ShouldBe(new TopUp.NothingToRepeat());

        floor.Provider.Sees("77", ProviderStatus.Paid, 25);
        await floor.Notify("""{"track_id":"77","status":"Paid"}""");
        await floor.RunJobs();

        (await Again(floor, over)).ShouldBe(new TopUp.NothingToRepeat());
        (await floor.Balance()).ShouldBe(25_00);
    }

    private static async Task<PaymentId> Expired(ShopFloor floor)
    {
        var id = await floor.TopUp(25_00, "77", route: new Route("order/1"));
        floor.Temp.Clock.Advance(TimeSpan.FromMinutes(31));
        floor.Provider.Sees("77", ProviderStatus.Expired);
        await floor.RunJobs();
        return id;
    }

    private static Task<TopUp> Again(ShopFloor floor, PaymentId id) => floor.Turn((desk, ct) => desk.Payments.Again(id, ct));
}
