using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

public sealed class InterruptionTests
{
    private readonly TinyShop _shop = new();

    [Theory, Covers("shipping:A28")]
    [InlineData("form", new string[0])]
    [InlineData("form", new[] { "Riga" })]
    [InlineData("form", new[] { "Riga", "/cancel" })]
    [InlineData("form", new[] { "Riga", "12", "/back" })]
    [InlineData("check", new[] { "Anna", "Boris" })]
    [InlineData("check", new[] { "Anna", "Boris", "tap Edit the data" })]
    [InlineData("check", new[] { "Anna", "Boris", "tap Edit the data", "tap From" })]
    [InlineData("check", new[] { "Anna", "Boris", "tap Edit the data", "tap From", "tap Name?" })]
    [InlineData("ask", new[] { "weather" })]
    [InlineData("ask", new[] { "weather", "work" })]
    [InlineData("ask", new[] { "nothing", "work" })]
    public async Task start_in_every_state_offers_to_go_on_and_going_on_leads_to_the_very_same_place(string dialog, string[] steps)
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Arrived(floor, dialog, steps);
        var (place, answers) = (Place(anna), (await floor.State()).Dialog!.Answers);

        await anna.Writes("/start");
        await anna.Writes("/start");
        anna.Sees("You have not finished", "[↩️ Go back]", "[✅ Yes, stop]");
        await anna.Taps("Go back");

        if (!steps.Contains("/cancel")) Place(anna).ShouldBe(place);
        (await floor.State()).Dialog!.Answers.ShouldBe(answers);
        (await floor.State()).Dialog!.Pane.ShouldBeNull();

        await anna.Writes("/start");
        await anna.Taps("Yes, stop");
        anna.Sees("Menu");
        (await floor.State()).Dialog.ShouldBeNull();
    }

    [Theory, Covers("shipping:A29")]
    [InlineData("form", new string[0])]
    [InlineData("form", new[] { "Riga" })]
    [InlineData("check", new[] { "Anna", "Boris" })]
    [InlineData("check", new[] { "Anna", "Boris", "tap Edit the data", "tap From" })]
    [InlineData("ask", new[] { "weather" })]
    [InlineData("ask", new[] { "nothing", "work" })]
    public async Task a_command_in_every_state_answers_and_the_same_stands_again(string dialog, string[] steps)
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Arrived(floor, dialog, steps);
        var place = Place(anna);

        await anna.Writes("/help");

        anna.Chat[^2].Message.Html.ShouldBe("Help page");
        Place(anna).ShouldBe(place);
        anna.Buttons.Select(button => button.Under.Id).Distinct().Except([anna.Chat[^1].Id]).ShouldBeEmpty();
    }

    [Fact]
    public async Task a_result_that_comes_while_he_is_asked_whether_to_go_on_waits_behind_the_question()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Arrived(floor, "ask", ["weather"]);
        await anna.Writes("/start");
        var before = anna.Chat.Count;

        await floor.WorkAndDeliver();

        anna.Chat.Count.ShouldBe(before);
        anna.Sees("You have not finished");
        await anna.Taps("Go back");
        anna.Sees("Is it this?", "[Yes: answer to weather]");
    }

    [Fact]
    public async Task an_accepted_answer_above_the_next_question_stays_when_that_is_answered_too()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Arrived(floor, "form", ["Riga"]);

        await anna.Taps("Skip");

        anna.Chat[^2].Message.Html.ShouldBe("✅ City?: Riga\n✅ Flat?: —");
    }

    [Fact, Covers("shipping:B01")]
    public async Task cancel_and_go_back_leads_to_the_identical_screen_with_the_accepted_answer_above_it()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Arrived(floor, "form", ["Riga"]);
        var seen = anna.Seen;

        await anna.Taps("Cancel");
        await anna.Taps("Go back");

        seen.ShouldStartWith("✅ City?: Riga");
        anna.Seen.ShouldBe(seen);
    }

    [Fact]
    public async Task an_answer_that_is_asked_for_again_does_not_stand_above_its_own_question()
    {
        await using var floor = await TinyShop.Open(_shop);
        var anna = await Arrived(floor, "form", ["Riga"]);

        await anna.Taps("Back");

        anna.Sees("City?", "[↩️ Keep: Riga]");
        anna.Seen.ShouldNotContain("✅");
    }

    private async Task<Guest<TinyDesk>> Arrived(BotFloor<TinyDesk> floor, string dialog, string[] steps)
    {
        var answer = _shop.Answer;
        _shop.Answer = asked => asked == "nothing" ? Task.FromResult<Found<string>>(new Found<string>.Refused(Text.Literal("Nobody knows"))) : answer(asked);
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To " + dialog);
        foreach (var step in steps)
        {
            if (step == "work") await floor.WorkAndDeliver();
            else if (step.StartsWith("tap ", StringComparison.Ordinal)) await anna.Taps(step[4..]);
            else await anna.Writes(step);
        }
        return anna;
    }

    /// <summary>The view at the end of the chat, without the accepted answer above it: that stands where the view stood first.</summary>
    private static string Place(Guest<TinyDesk> anna)
    {
        var seen = anna.Seen;
        return seen.StartsWith('✅') ? seen[(seen.IndexOf("\n\n", StringComparison.Ordinal) + 2)..] : seen;
    }
}
