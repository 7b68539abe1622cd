using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

/// <summary>A new version of a dialog takes over half-way answers: what fits no longer is asked again, all else is kept.</summary>
public sealed class DeployTests
{
    private static readonly Func<Scratch<string>, Flow<string>> First = async ask => await ask.Text("name") + await ask.Choice("way", "c=Courier", "l=Locker") + await ask.Text("phone");

    [Fact]
    public void A_new_question_is_asked_and_nothing_else() =>
        Half().Deploy(Version(async ask => await ask.Text("city") + await ask.Text("name") + await ask.Choice("way", "c=Courier", "l=Locker") + await ask.Text("phone")))
            .Shows("city?").Say("Riga").Shows("phone?").Say("+1").Returned("RigaAnnal+1");

    [Theory, Covers("shipping:A12")]
    [InlineData("+1")]
    [InlineData("photo")]
    [InlineData("/skip")]
    public void What_he_writes_to_the_question_that_he_saw_is_no_answer_to_one_that_was_put_before_it(string what)
    {
        var half = Half();
        var next = new Scratch<string>(async ask => (await ask.Text("city").Optional() ?? "nowhere") + await ask.Text("name") + await ask.Choice("way", "c=Courier", "l=Locker") + await ask.Text("phone"));
        // Nobody shows him anything before he writes.
        Input input = what switch
        {
            "photo" => new Input.Sent("photo", new Media("photo", "f1")),
            "/skip" => new Input.Tapped(null, new Tap.Skip()),
            _ => new Input.Wrote(what),
        };
        var asks = next.Step(half.State!, input).ShouldBeOfType<Outcome.Asks>();
        asks.Prompt.Key.ShouldBe("city");
        asks.Prompt.View.Body.Plain(Language.En).ShouldContain("The form has just changed");
        asks.State.Answers.ShouldBe(half.State!.Answers);

        var answered = next.Step(asks.State, new Input.Wrote("Riga")).ShouldBeOfType<Outcome.Asks>();
        answered.Prompt.Key.ShouldBe("phone");
        next.Step(answered.State, new Input.Wrote("+1")).ShouldBeOfType<Outcome.Done>().Result.ShouldBe("RigaAnnal+1");
    }

    [Fact, Covers("shipping:A12")]
    public void A_question_under_another_name_is_the_one_that_he_saw() =>
        new Scratch<string>(async ask => await ask.Text("name") + await ask.Choice("way", "c=Courier", "l=Locker") + await ask.Text("mobile").Was("phone"))
            .Step(Half().State!, new Input.Wrote("+1")).ShouldBeOfType<Outcome.Done>().Result.ShouldBe("Annal+1");

    [Fact]
    public void The_answer_of_a_removed_question_is_ignored() => Half().Deploy(Version(async ask => await ask.Text("name") + await ask.Text("phone"))).Say("+1").Returned("Anna+1");

    [Fact]
    public void Swapped_questions_keep_their_answers() =>
        Half().Deploy(Version(async ask => await ask.Choice("way", "c=Courier", "l=Locker") + await ask.Text("name") + await ask.Text("phone"))).Shows("phone?").Say("+1").Returned("lAnna+1");

    [Fact]
    public void An_answer_whose_option_was_removed_is_asked_again() =>
        Half().Deploy(Version(async ask => await ask.Text("name") + await ask.Choice("way", "c=Courier", "p=Post"))).Shows("way?").Tap("Post").Returned("Annap");

    [Fact]
    public void An_answer_whose_key_is_now_the_label_of_another_option_is_asked_again() =>
        Half().Deploy(Version(async ask => await ask.Text("name") + await ask.Choice("way", "other=l"))).Shows("way?").Tap("l").Returned("Annaother");

    [Fact]
    public void An_answer_that_breaks_a_stricter_rule_is_asked_again() =>
        Half().Deploy(Version(async ask => await ask.Text("name").Length(5, 9) + await ask.Choice("way", "c=Courier", "l=Locker"))).Shows("name?").Say("Annabel").Returned("Annabell");

    [Fact]
    public void A_text_that_is_no_number_is_asked_again_when_its_question_becomes_one() =>
        Half().Deploy(Version(async ask => FormattableString.Invariant($"{await ask.Number("name")}"))).Shows("name?").Say("7").Returned("7");

    [Fact]
    public void A_text_that_is_a_number_is_the_number_that_was_meant() =>
        Scratch<string>.Chat(async ask => await ask.Text("weight") + await ask.Text("more")).Say("2,5")
            .Deploy(Version(async ask => FormattableString.Invariant($"{await ask.Number("weight")}"))).Returned("2.5");

    [Fact]
    public void An_edit_under_way_is_finished_by_the_new_version() =>
        Half().Back().Deploy(Version(async ask => await ask.Text("city") + await ask.Text("name") + await ask.Choice("way", "c=Courier", "l=Locker")))
            .Shows("city?").Say("Riga").Shows("way?", "Keep: Locker").Keep().Returned("RigaAnnal");

    [Fact]
    public void An_edit_of_a_question_that_is_gone_is_forgotten() => Half().Back().Deploy(Version(async ask => await ask.Text("name") + await ask.Text("phone"))).Shows("phone?").Say("+1").Returned("Anna+1");

    [Fact]
    public void A_page_of_a_part_that_is_gone_shows_the_review()
    {
        var chat = Parcels.AtReview().Tap("Edit the data").Tap("Sender");
        TestChat.Resume(() => new ParcelDialog(), chat.State! with { Page = "edit/gone" }).Shows("<b>Check the data</b>");
    }

    private static TestChat Half() => Scratch<string>.Chat(First).Say("Anna").Tap("Locker").Shows("phone?");

    private static Func<Dialog> Version(Func<Scratch<string>, Flow<string>> talk) => () => new Scratch<string>(talk);
}
