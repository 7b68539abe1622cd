using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class EditingTests
{
    private static readonly string[] OfSender = ["from/name", "from/street", "from/street2", "from/city", "from/state", "from/zip", "from/phone"];

    private readonly Orders _orders = new();

    [Fact, Covers("shipping:B09")]
    public void a_whole_address_asks_its_seven_questions_and_then_the_review_stands_again()
    {
        var chat = _orders.AtReview().Tap("Edit the data").Tap("Sender").Tap("whole section");
        List<string> asked = [];
        while (chat.Prompt.Key != "review")
        {
            asked.Add(chat.Prompt.Key);
            chat.Shows($"Step {asked.Count}/7").Keep();
        }
        asked.ShouldBe(OfSender);
        chat.Shows("CHECK YOUR ORDER");
    }

    [Theory, Covers("shipping:B09")]
    [InlineData("Sender", "ZIP", "94103", "San Francisco, CA 94103")]
    [InlineData("Recipient", "Apt/suite", "Floor 3", "Floor 3")]
    [InlineData("Parcel", "Weight", "7", "7 lb · 12 × 8.25 × 4 in")]
    public void one_field_is_asked_alone_and_everything_else_stays(string part, string field, string answer, string shown)
    {
        var before = _orders.AtReview().State!.Answers;
        var chat = _orders.AtReview().Tap("Edit the data").Tap(part).Tap(field).Say(answer);

        chat.Prompt.Key.ShouldBe("review");
        chat.Shows(shown);
        chat.State!.Answers.Count(now => before[now.Key] != now.Value).ShouldBe(1);
    }

    [Fact]
    public void a_parcel_that_grows_heavy_asks_for_the_sizes_that_were_standard()
    {
        var standard = _orders.At("review", [.. Orders.Usual.Take(15), ("parcel/length", null)]);
        var chat = standard.Tap("Edit the data").Tap("Parcel").Tap("Weight").Say("25");

        chat.Prompt.Key.ShouldBe("parcel/length");
        chat.Say("10").Say("11").Say("12").Shows("25 lb · 10 × 11 × 12 in").Prompt.Key.ShouldBe("review");
    }

    [Fact, Covers("shipping:B08")]
    public void an_edited_address_needs_new_rates_and_a_button_of_the_old_ones_is_refused()
    {
        var chat = _orders.AtRates();
        var old = chat.Button("Ground Advantage");
        chat.Back().Tap("Edit the data").Tap("Recipient").Tap("ZIP").Say("10001");
        chat.Press(old).Prompt.Manner.ShouldBe(Manner.Stale);

        _orders.Rates = [Orders.Rate("r-9", Lavka.Shops.Shipping.Carrier.Usps, "Ground Advantage", 12_00)];
        chat.Tap("All correct").Pending.ShouldNotBeNull();
        chat.Press(old).Prompt.Manner.ShouldBe(Manner.Stale);
        chat.Work().Shows("$22.00").DoesNotShow("$18.41");
        _orders.Quoted.Select(shipment => shipment.To.Zip).ShouldBe(["10118-0110", "10001"]);

        chat.Press(old).Shows("$22.00").State.ShouldNotBeNull("The old offer of 18.41 is gone: nobody has chosen it.");
    }

    [Fact]
    public void a_confirmation_holds_only_for_what_was_shown()
    {
        var chat = _orders.AtReview();
        var old = chat.Button("All correct");
        chat.Tap("Edit the data").Tap("Sender").Tap("ZIP").Say("94103");

        chat.Press(old).Prompt.Manner.ShouldBe(Manner.Stale);

        chat.Step(new Input.Open()).Prompt.Key.ShouldBe("review");
    }
}
