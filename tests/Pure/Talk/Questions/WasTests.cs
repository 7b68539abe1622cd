using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

/// <summary>A question, or an option, that got another key keeps what was answered under the old one.</summary>
public sealed class WasTests
{
    private static TestChat Half() => Scratch<string>.Chat(async ask => await ask.Text("town") + await ask.Text("next")).Say("Riga").Shows("next?");

    private static Func<Dialog> Renamed => () => new Scratch<string>(async ask => await ask.Text("city").Was("town") + await ask.Text("next"));

    [Fact]
    public void A_renamed_question_takes_the_old_answer() => Half().Deploy(Renamed).Shows("next?").Say("!").Returned("Riga!");

    [Fact]
    public void Without_it_the_question_is_asked_again() =>
        Half().Deploy(() => new Scratch<string>(async ask => await ask.Text("city") + await ask.Text("next"))).Shows("city?");

    [Fact]
    public void The_new_answer_goes_before_the_old_one() => Half().Deploy(Renamed).Back().Shows("Keep: Riga").Say("Tallinn").Shows("next?").Step(new Input.Open()).Say("!").Returned("Tallinn!");

    [Fact]
    public void The_old_answer_may_be_kept() => Half().Deploy(Renamed).Back().Keep().Say("!").Returned("Riga!");

    [Fact]
    public void An_edit_of_the_old_question_goes_on_at_the_new_one() => Half().Back().Deploy(Renamed).Shows("city?", "Keep: Riga").Say("Tallinn").Say("!").Returned("Tallinn!");

    [Fact]
    public void A_skip_under_the_new_key_hides_the_old_answer() =>
        Half().Deploy(() => new Scratch<string>(async ask => (await ask.Text("city").Was("town").Optional() ?? "none") + await ask.Text("next"))).Back().Skip().Say("!").Returned("none!");

    [Fact]
    public void It_works_inside_a_part_and_into_one() => Scratch<string>
        .Chat(async ask => await ask.Text("flat") + await ask.Within("door", async () => await ask.Text("street")) + await ask.Text("next"))
        .Say("5").Say("Brivibas").Shows("next?")
        .Deploy(() => new Scratch<string>(async ask => await ask.Within("door", async () => await ask.Text("road").Was("street") + await ask.Text("flat").Was("/flat")) + await ask.Text("next")))
        .Shows("next?").Say("!").Returned("Brivibas5!");

    [Fact]
    public void An_old_answer_that_fits_no_longer_is_asked_again() =>
        Half().Deploy(() => new Scratch<string>(async ask => await ask.Text("city").Was("town").Length(5, 9) + await ask.Text("next"))).Shows("city?").Say("Tallinn").Say("!").Returned("Tallinn!");

    [Fact]
    public void Half_an_answer_is_taken_over_too() =>
        Scratch<string>.Chat(async ask => string.Join('+', await ask.Many("perks", 0, 9, "w=Wi-Fi", "p=Parking"))).Tap("Parking")
            .Deploy(() => new Scratch<string>(async ask => string.Join('+', await ask.Many("extras", 0, 9, "w=Wi-Fi", "p=Parking").Was("perks")))).Shows("☑ Parking").Tap("Done").Returned("p");

    [Fact]
    public void A_dialog_may_be_opened_with_answers_under_old_keys() =>
        TestChat.With(() => new Scratch<string>(async ask => ask.GivenFor("user", "customer") + await ask.Text("city").Was("town")), new Dictionary<string, string?> { ["town"] = "Riga", ["customer"] = "7" })
            .Outcome.ShouldBeOfType<Outcome.Done>().Result.ShouldBe("7Riga");

    [Fact]
    public void An_old_key_that_is_still_in_use_is_the_authors_mistake() =>
        Should.Throw<InvalidOperationException>(() => Half().Deploy(() => new Scratch<string>(async ask => await ask.Text("town") + await ask.Text("city").Was("town")))).Message.ShouldContain("\"town\"");

    [Fact]
    public void A_renamed_option_is_still_that_option()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier", "l=Locker") + await ask.Text("next")).Tap("Locker");
        chat.Deploy(() => new Scratch<string>(async ask => await ask.Options("way", new Option<string>("courier", Text.Literal("Courier"), "C"), new Option<string>("locker", Text.Literal("Locker"), "L").Was("l", "x")) + await ask.Text("next")))
            .Shows("next?").Say("!").Returned("L!");
    }

    [Fact]
    public void A_button_with_the_old_key_of_an_option_still_works()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Choice("way", "l=Locker"));
        var old = chat.Button("Locker");
        chat.Deploy(() => new Scratch<string>(async ask => await ask.Options("way", new Option<string>("locker", Text.Literal("Locker"), "L").Was("l")))).Press(old).Returned("L");
    }

    [Fact]
    public void Renamed_options_of_a_list_are_still_chosen()
    {
        var chat = Scratch<string>.Chat(async ask => string.Join('+', await ask.Many("perks", 0, 9, "w=Wi-Fi", "p=Parking")) + await ask.Text("next")).Tap("Parking").Tap("Done");
        chat.Deploy(() => new Scratch<string>(async ask => string.Join('+', await ask.ManyOptions("perks", new Option<string>("wifi", Text.Literal("Wi-Fi"), "W"), new Option<string>("park", Text.Literal("Parking"), "P").Was("p"))) + await ask.Text("next")))
            .Shows("next?").Back().Shows("☑ Parking").Keep().Say("!").Returned("P!");
    }
}
