using System.Net;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class ForeignInvoiceTests
{
    [Fact]
    public async Task A_payment_in_the_messenger_that_no_shop_asked_for_is_refused_at_once_also_while_the_store_takes_nothing()
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        var released = new TaskCompletionSource();
        var holding = await town.Store.HoldUp(released.Task);

        var posted = raw.Post(RawUpdate.Pays(raw.NextId(), kate.Id, "4711"));

        // The simulator has no such payment, so it takes the answer for one that comes too late.
        await Until.True(async () => (await town.Telegram.AllRefused()).Any(call => call.Method == "answerPreCheckoutQuery"), "it was answered");
        posted.IsCompleted.ShouldBeFalse();
        released.SetResult();
        await holding;
        (await posted).ShouldBe(HttpStatusCode.OK);
        (await town.Store.DeadLetters()).ShouldBeEmpty();
    }
}
