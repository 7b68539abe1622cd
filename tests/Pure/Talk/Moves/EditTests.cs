using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Moves;

public sealed class EditTests
{
    [Fact]
    public void One_answer_is_edited_and_the_review_stands_again() =>
        Parcels.AtReview().Tap("Edit the data").Tap("Recipient").Tap("City?").Shows("City?", "Keep: Albany").DoesNotShow("Back").Say("Buffalo").Shows("Check the data", "Buffalo", "Austin");

    [Fact]
    public void An_edited_answer_may_be_kept()
    {
        var chat = Parcels.AtReview();
        var (review, before) = (chat.Seen, chat.Json);
        chat.Tap("Edit the data").Tap("Recipient").Tap("City?").Keep();
        chat.Seen.ShouldBe(review);
        chat.Json.ShouldBe(before);
    }

    [Fact]
    public void A_whole_part_asks_exactly_its_questions_each_with_its_answer_to_keep()
    {
        var chat = Parcels.AtReview();
        var before = chat.Json;
        chat.Tap("Edit the data").Tap("Recipient").Tap("whole section");
        foreach (var (step, kept) in new[] { "Bob Hill", "2 Oak St.", "Apt 4", "Albany", "NY", "12201", "+15551234567" }.Index())
            chat.Shows($"Step {step + 1}/7 · 📥 Recipient", $"[↩️ Keep: {kept}]").Keep();
        chat.Shows("Check the data").Json.ShouldBe(before);
    }

    [Fact]
    public void A_whole_part_may_be_answered_anew()
    {
        var chat = Parcels.AtReview().Tap("Edit the data").Tap("Recipient").Tap("whole section").Answers(Parcels.Anna);
        chat.Shows("Check the data").Tap("All right").Work().Tap("$10.5").Returned(new Parcel(Parcels.Anna, Parcels.Anna, 5.5m, new Sides(10, 10, 10), 10.5m));
    }

    [Fact]
    public void A_question_that_comes_up_inside_of_the_part_is_asked_among_the_others() =>
        Parcels.AtReview().Tap("Edit the data").Tap("Parcel").Tap("whole section")
            .Shows("Step 1/2", "Weight").Keep().Shows("Step 2/2", "usual box").Tap("No")
            .Shows("Step 3/5", "length").Say("1").Shows("Step 4/5").Say("2").Shows("Step 5/5").Say("3").Shows("Check the data");

    [Fact]
    public void A_part_whose_look_stands_in_its_middle_is_edited_to_its_end()
    {
        var chat = Scratch<string>.Chat(async ask =>
        {
            var name = await ask.Titled("two", async () => await ask.Text("name"));
            var whole = await ask.Titled("one", async () =>
            {
                var city = await ask.Text("city");
                var streets = await ask.Looks($"streets/{city}", () => new[] { "Oak" });
                return city + await ask.Choice("street", streets) + await ask.Text("house");
            });
            await ask.Review();
            return name + whole;
        });
        chat.Say("Anna").Say("Riga").Tap("Oak").Say("1").Tap("Edit the data").Tap("The one").Tap("whole section");
        chat.Say(" ").Shows("⚠️", "city?", "Keep: Riga").DoesNotShow("Back").Say("Tallinn").Shows("street?", "Keep: Oak").Keep().Shows("house?").Keep().Shows("Right?");
    }

    [Fact]
    public void A_short_review_has_an_edit_button_for_every_answer() =>
        TestChat.With<AddressDialog>().Say("Riga").Tap("Locker").Say("+371").Shows("[✏️ Which city?: Riga]", "[✏️ How shall we deliver?: 📦 Locker]", "[✏️ A phone for the courier?: +371]");

    [Fact]
    public void A_part_without_a_title_belongs_to_the_part_around_it()
    {
        var chat = Scratch<string>.Chat(async ask =>
        {
            var outer = await ask.Titled("outer", async () => await ask.Text("a") + await ask.Within("inner", async () => await ask.Text("b")) + await ask.Text("c"));
            var other = await ask.Titled("other", async () => await ask.Text("d"));
            await ask.Review();
            return outer + other;
        });
        chat.Say("1").Say("2").Say("3").Say("4").Tap("Edit the data").Seen.ShouldBe("✏️ What would you like to change?\n[The outer]\n[The other]\n[◀️ Back]");
        chat.Tap("The outer").Tap("whole section").Shows("Step 1/3").Keep().Shows("Step 2/3", "b?").Keep().Shows("Step 3/3", "c?").Keep().Shows("Right?");
    }

    [Fact]
    public void A_wrong_answer_to_an_edited_question_leaves_the_old_one_to_keep()
    {
        var chat = Parcels.AtReview().Tap("Edit the data").Tap("Sender").Tap("State?");
        var before = chat.Json;
        chat.Say("California").Shows("Two letters", "Keep: TX").Json.ShouldBe(before);
        chat.Say("ca").Shows("State?: CA");
    }
}
