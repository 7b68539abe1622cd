using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Moves;

/// <summary>A question may open another dialog on top of its own.</summary>
public sealed class OnTopTests
{
    [Theory]
    [InlineData("choice")]
    [InlineData("review")]
    [InlineData("written")]
    public void A_button_opens_another_dialog_with_what_it_is_given_and_the_person_comes_back_to_the_very_same_place(string place)
    {
        var chat = At(place);
        var (seen, stored) = (chat.Seen, chat.Json);

        chat.Tap("Keep this");

        (chat.Opened.Dialog, chat.Opened.Answers["what"]).ShouldBe(("keep", "Riga"));
        chat.Json.ShouldBe(stored);
        chat.Return().Seen.ShouldBe(seen);
        chat.Tap("Keep this").Opened.Dialog.ShouldBe("keep");
    }

    [Theory]
    [InlineData("choice")]
    [InlineData("review")]
    public void Back_at_the_question_it_takes_its_answer(string place) =>
        At(place).Tap("Keep this").Return().Tap(place == "choice" ? "At home" : "Right").Outcome.ShouldBeOfType<Outcome.Done>();

    [Fact]
    public void What_the_other_is_given_follows_the_answers() =>
        At("review").Tap("City?").Say("Tallinn").Tap("Keep this").Opened.Answers["what"].ShouldBe("Tallinn");

    [Fact]
    public void A_dialog_that_the_question_does_not_open_is_not_opened()
    {
        var chat = At("choice");

        chat.Press(TapCode.Write("d1", "where", new Tap.Open("other"))).Prompt.Note!.Plain(Language.En).ShouldBe("That question is closed already.");
        chat.Press(TapCode.Write("d1", "city", new Tap.Open("keep"))).Prompt.Note!.Plain(Language.En).ShouldBe("That question is closed already.");
    }

    [Fact]
    public void In_front_of_the_question_whether_to_leave_it_can_still_be_opened_and_leads_back_there()
    {
        var chat = At("choice");
        var button = chat.Button("Keep this");

        chat.Cancel().Press(button).Opened.Dialog.ShouldBe("keep");
        chat.Return().Stay().Shows("Where?");
    }

    [Fact]
    public void The_example_of_the_guide() =>
        Scratch<string>.Chat(async ask =>
        {
            var city = await ask.Text("city");
            var given = new Dictionary<string, string?> { ["city"] = city };
            return await ask.Choice("way", "fast=Fast", "slow=Slow").Opens(new(ru: "💾 Запомнить город", en: "💾 Keep the city"), "keep", () => given);
        }).Say("Riga").Tap("Keep the city").Return().Tap("Fast").Returned("fast");

    private static TestChat At(string place) => TestChat.With(() => new Form(place)).Say("Riga");

    private sealed class Form(string place) : Dialog<string>
    {
        public override string Name => "form";

        protected override async Flow<string> Talk()
        {
            var city = await Text("city", Lavka.Talk.Text.Literal("City?"));
            var given = new Dictionary<string, string?> { ["what"] = city };
            var label = Lavka.Talk.Text.Literal("Keep this");
            switch (place)
            {
                case "choice":
                    return await Choice("where", Lavka.Talk.Text.Literal("Where?"), new Option<string>("home", Lavka.Talk.Text.Literal("At home"), "home")).Opens(label, "keep", () => given);
                case "written":
                    return await Text("street", Lavka.Talk.Text.Literal("Street?")).Opens(label, "keep", () => given);
                default:
                    await Review(Lavka.Talk.Text.Literal("Right?"), Lavka.Talk.Text.Literal("Right")).Opens(label, "keep", () => given);
                    return city;
            }
        }
    }
}
