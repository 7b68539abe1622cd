using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>A work that is needed a second time is done a second time, although its job has been done once: nobody waits for what never comes.</summary>
public sealed class NewWorkTests
{
    [Fact]
    public async Task an_input_that_is_changed_and_changed_back_is_quoted_each_time()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer()).ToRates(shop);
        foreach (var zip in new[] { "10001", "10118", "10001" })
        {
            await anna.Writes("/back");
            await anna.Taps("Edit the data");
            await anna.Taps("Recipient");
            await anna.Taps("ZIP");
            await anna.Writes(zip);
            await anna.Taps("All correct");
            anna.Sees("Asking the carriers");
            await shop.Floor.WorkAndDeliver();
            anna.Sees("Choose a rate");
        }
        shop.Carrier.Calls.Count(call => call == "POST rates").ShouldBe(4);
    }

    [Fact]
    public async Task a_work_that_was_left_before_it_was_done_is_done_when_he_comes_back()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.ToReview();
        await anna.Taps("All correct");
        await anna.Taps("Cancel");
        await anna.Taps("Check the data");
        await shop.Floor.WorkAndDeliver();
        shop.Carrier.Calls.ShouldNotContain("POST rates");

        await anna.Taps("All correct");
        await shop.Floor.WorkAndDeliver();

        anna.Sees("Choose a rate");
    }

    [Fact]
    public async Task a_restart_in_the_middle_of_a_work_keeps_its_key()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.ToReview();
        await anna.Taps("All correct");
        var key = await Key();
        await shop.Floor.Restart();
        await anna.Writes("/help");
        await anna.Taps("Cancel");
        await anna.Taps("Return to the order");

        (await Key()).ShouldBe(key);
        await shop.Floor.WorkAndDeliver();
        anna.Sees("Choose a rate");

        Task<string?> Key() => shop.Floor.Temp.Store.Read(
            (tx, ct) => tx.Sql("select key from jobs where kind = 'dialog.work'").First(row => row.Text(0), ct), TestContext.Current.CancellationToken);
    }
}
