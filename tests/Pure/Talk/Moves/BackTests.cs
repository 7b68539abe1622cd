using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Moves;

public sealed class BackTests
{
    [Fact]
    public void The_question_before_is_asked_again_with_its_answer_to_keep() =>
        TestChat.With<AddressDialog>().Say("Riga").Back().Shows("Which city?", "[↩️ Keep: Riga]").Keep().Shows("How shall we deliver?");

    [Fact]
    public void Another_answer_replaces_the_old_one() =>
        TestChat.With<AddressDialog>().Say("Riga").Back().Say("Tallinn").Shows("How shall we deliver?").State!.Answers["city"].ShouldBe("Tallinn");

    [Fact]
    public void It_goes_back_as_far_as_the_first_question_and_forward_to_the_first_open_one() =>
        TestChat.With<AddressDialog>().Say("Riga").Tap("Courier").Back().Back().Shows("Which city?", "Keep: Riga").Keep().Shows("Street and house?");

    [Fact]
    public void At_the_first_question_there_is_nothing_before()
    {
        var chat = TestChat.With<AddressDialog>();
        var before = chat.Json;
        chat.Types(new Tap.Back()).Shows("⚠️", "Which city?").Json.ShouldBe(before);
    }

    [Fact]
    public void A_skipped_question_may_be_kept_skipped() =>
        TestChat.With<AddressDialog>().Say("Riga").Tap("Courier").Say("Brivibas 1").Skip().Back().Shows("Flat?", "Keep: —").Keep().Shows("A phone");

    [Fact]
    public void From_the_rates_it_leads_to_the_review_which_must_be_confirmed_again() =>
        Parcels.AtReview().Tap("All right").Work().Shows("Which rate?").Back().Shows("Check the data").Tap("All right").Shows("Which rate?");

    [Fact]
    public void From_an_answer_edited_from_the_review_it_leads_to_the_review()
    {
        var chat = Parcels.AtReview();
        var review = chat.Seen;
        chat.Tap("Edit the data").Tap("Sender").Tap("City?").Types(new Tap.Back()).Seen.ShouldBe(review);
    }

    [Fact]
    public void From_a_page_of_the_review_it_leads_to_the_page_before()
    {
        var chat = Parcels.AtReview();
        var review = chat.Seen;
        chat.Tap("Edit the data").Tap("Sender").Types(new Tap.Back()).Shows("What would you like to change?").Types(new Tap.Back()).Seen.ShouldBe(review);
    }

    [Fact]
    public void Inside_of_a_part_edited_whole_it_leads_to_the_question_before_and_the_rest_follows() =>
        Parcels.AtReview().Tap("Edit the data").Tap("Sender").Tap("whole section").Keep().Keep().Shows("Apartment?").Types(new Tap.Back())
            .Shows("Street?").Keep().Shows("Apartment?").Keep().Shows("City?");
}
