using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Stored.Commerce;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

public sealed class OrderTalkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("shipping:A01", "shipping:A11")]
    public async Task each_answer_sent_once_moves_one_step_and_one_message_at_most_has_buttons()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("Create order");
        for (var step = 1; step <= Ordering.Answers.Length; step++)
        {
            anna.Sees($"Step {step}/18");
            await anna.Gives(Ordering.Answers[step - 1]);
            anna.Chat.Count(shown => shown.Message.Rows.Any(row => row.Any(key => key.Data is not null))).ShouldBeLessThanOrEqualTo(1);
        }
        anna.Sees("CHECK YOUR ORDER");
        for (var step = 1; step <= Ordering.Answers.Length; step++)
            anna.Chat.Count(shown => shown.Message.Html.Contains($"Step {step}/18", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1, "No prompt comes twice.");
    }

    [Fact, Covers("shipping:A03", "shipping:A04")]
    public async Task a_restart_at_every_step_loses_nothing()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("Create order");
        foreach (var answer in Ordering.Answers)
        {
            await shop.Floor.Restart();
            await anna.Gives(answer);
        }
        await shop.Floor.Restart();
        anna.Sees("John Smith", "215 Clayton St.", "Suite 200", "New York, NY 10118", "+12125550102", "5.5 lb · 10 × 10 × 10 in");
        await anna.Taps("All correct");
        await shop.Floor.Restart();
        await shop.Floor.WorkAndDeliver();
        await shop.Floor.Restart();
        await anna.Taps("Ground Advantage");
        await shop.Floor.Restart();
        anna.Sees("To pay: <b>$18.41</b>");
        (await shop.Order()).Chosen.Shipment.To.ShouldBe(new Address("Mary Jones", "350 Fifth Ave", "Suite 200", "New York", "NY", "10118", "+12125550102"));
    }

    [Fact, Covers("shipping:A06")]
    public async Task the_same_number_five_times_at_the_weight_is_the_weight_and_then_the_sides()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("Create order");
        foreach (var answer in Ordering.Answers.Take(14)) await anna.Gives(answer);
        var updates = Enumerable.Range(0, 5).Select(_ => anna.Update(new Happening.Wrote("3"))).ToList();

        await Task.WhenAll(updates.Concat(updates).Select(update => shop.Floor.Bot.Take(update, Ct)));
        await shop.Floor.Deliver();

        var answers = (await shop.Floor.State()).Dialog!.Answers;
        new[] { "weight", "length", "width", "height" }.Select(key => answers["parcel/" + key]).ShouldBe(["3", "3", "3", "3"]);
        anna.Sees("Please choose one of the buttons", "3 lb · 3 × 3 × 3 in");
    }

    [Fact, Covers("shipping:A28")]
    public async Task start_in_the_middle_keeps_the_draft_and_asks_whether_to_go_on()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("Create order");
        foreach (var answer in Ordering.Answers.Take(4)) await anna.Gives(answer);
        anna.Sees("State, two letters?");
        var question = anna.Seen;

        await anna.Writes("/start");
        anna.Sees("You have an unfinished order", "[↩️ Return to the order]", "[✅ Yes, cancel the order]");
        (await shop.Floor.State()).Dialog!.Answers["from/city"].ShouldBe("San Francisco");
        await anna.Taps("Return to the order");
        question.ShouldEndWith(anna.Seen);
        anna.Sees("Step 5/18");
        await anna.Writes("CA");
        anna.Sees("ZIP code?");

        await anna.Writes("/start");
        await anna.Taps("Yes, cancel the order");
        anna.Sees("Hello, Anna!");
        (await shop.Floor.State()).Dialog.ShouldBeNull();
    }

    [Theory, Covers("shipping:A29")]
    [InlineData("/help", "<b>Help</b>")]
    [InlineData("/faq", "<b>Questions</b>")]
    [InlineData("/balance", "Your balance: <b>$0.00</b>")]
    [InlineData("/help@labels_bot", "<b>Help</b>")]
    public async Task a_command_in_a_step_is_obeyed_and_the_step_resumes(string command, string answer)
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("Create order");
        var question = anna.Seen;

        await anna.Writes(command);

        anna.Chat[^2].Message.Html.ShouldContain(answer);
        anna.Seen.ShouldBe(question);
        (await shop.Floor.State()).Dialog!.Answers.ShouldBeEmpty();
        await anna.Writes("John Smith");
        anna.Sees("Step 2/18");
    }

    [Fact, Covers("shipping:B04")]
    public async Task after_a_cancelled_order_the_menu_works_and_the_draft_is_gone()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("Create order");
        foreach (var answer in Ordering.Answers.Take(2)) await anna.Gives(answer);

        await anna.Taps("Cancel");
        await anna.Taps("Yes, cancel the order");

        anna.All.ShouldContain("❌ The order was cancelled.");
        anna.Sees("Hello, Anna!", "[📦 Create order]");
        await anna.Taps("Create order");
        anna.Sees("Step 1/18");
        (await shop.Floor.State()).Dialog!.Answers.ShouldBeEmpty();
    }

    [Fact, Covers("shipping:B05")]
    public async Task cancelling_the_top_up_leaves_it_and_the_next_number_is_no_amount()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("My balance");
        await anna.Taps("Top up");
        await anna.Writes("/cancel");
        await anna.Taps("Yes, stop");

        anna.Sees("Your balance: <b>$0.00</b>");
        await anna.Writes("25");

        anna.Sees("I did not understand that");
        (await shop.Floor.Count("payments")).ShouldBe(0);
        shop.Provider.InvoicesMade.ShouldBe(0);
    }

    [Fact, Covers("shipping:D01")]
    public async Task a_weight_is_a_weight_although_the_balance_was_looked_at_before()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await anna.Taps("My balance");
        await anna.Taps("Top up");
        await anna.Writes("/cancel");
        await anna.Taps("Yes, stop");
        await anna.Taps("Main menu");
        await anna.Taps("Create order");
        foreach (var answer in Ordering.Answers.Take(14)) await anna.Gives(answer);

        await anna.Writes("5");

        anna.Sees("Step 16/18");
        (await shop.Floor.State()).Dialog!.Answers["parcel/weight"].ShouldBe("5");
    }

    [Fact, Covers("shipping:E01")]
    public async Task without_carriers_no_rates_are_asked_for_the_customer_hears_it_and_the_owner_once()
    {
        await using var shop = await LabelShop.Open();
        shop.Carrier.HasNoCarriers = true;
        await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await shop.Customer();
        await anna.ToRates(shop);
        anna.Sees("No carrier is available just now", "[🔄 Try again]");
        await anna.Taps("Try again");
        await shop.Floor.WorkAndDeliver();

        shop.Carrier.Calls.ShouldNotContain("POST rates");
        shop.Floor.Guest(LabelShop.OwnerChat).Chat.Count(shown => shown.Message.Html.Contains("No carrier is connected", StringComparison.Ordinal)).ShouldBe(1);

        shop.Carrier.HasNoCarriers = false;
        await anna.Taps("Try again");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("Choose a rate");
    }

    [Fact]
    public async Task the_carriers_silence_ends_in_a_choice_and_never_in_a_dead_end()
    {
        await using var shop = await LabelShop.Open();
        shop.Carrier.Before = _ => throw new HttpRequestException("down");
        var anna = await shop.Customer();
        await anna.ToReview();
        await anna.Taps("All correct");
        foreach (var pause in new[] { 1, 2, 4 })
        {
            await shop.Floor.WorkAndDeliver();
            shop.Floor.Temp.Clock.Advance(TimeSpan.FromSeconds(pause));
        }
        anna.Sees("It took too long", "[🔄 Try again]", "[✏️ Back to the data]", "[❌ Cancel]");
        shop.Carrier.Before = _ => Task.CompletedTask;

        await anna.Taps("Try again");
        await shop.Floor.WorkAndDeliver();

        anna.Sees("Choose a rate");
        await shop.Floor.Temp.BooksAreRight();
    }
}
