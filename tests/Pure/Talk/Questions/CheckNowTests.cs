using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class CheckNowTests
{
    private readonly HashSet<string> _taken = ["anna"];
    private int _asked;

    private Task<Text?> Free(string name)
    {
        _asked++;
        return Task.FromResult(_taken.Contains(name) ? Text.Literal("That name is taken") : null);
    }

    private TestChat Chat() => Scratch<string>.Chat(async ask =>
    {
        var name = await ask.Text("name").Length(3, 9).CheckNow((name, _) => Free(name));
        return name + await ask.Text("next") + await ask.Text("last");
    });

    [Fact]
    public void What_is_answered_now_is_checked_in_the_store_and_what_is_wrong_is_hinted_at()
    {
        var chat = Chat();
        var before = chat.Json;
        chat.Say("anna").Shows("⚠️ That name is taken", "name?").Json.ShouldBe(before);
        chat.Say("bob").Shows("next?");
        _asked.ShouldBe(2);
    }

    [Fact]
    public void The_rules_come_first()
    {
        Chat().Say("a").Shows("From 3 to 9");
        _asked.ShouldBe(0);
    }

    [Fact]
    public void A_stored_answer_is_not_checked_again()
    {
        var chat = Chat().Say("bob");
        _taken.Add("bob");
        chat.Step(new Input.Open()).Shows("next?").Say("1").Back().Back().Keep().Shows("last?").Say("2").Returned("bob12");
        _asked.ShouldBe(1);
    }

    [Fact]
    public void An_edited_answer_is_checked() => Chat().Say("bob").Back().Say("anna").Shows("⚠️ That name is taken", "Keep: bob").Say("carl").Say("1").Say("2").Returned("carl12");

    [Fact]
    public void Several_checks_are_asked_one_after_the_other_and_a_button_is_checked_too()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier", "l=Locker")
            .CheckNow("city", (way, _) => Task.FromResult(way == "c" ? Text.Literal("No courier in this city") : null))
            .CheckNow("full", (_, _) => Task.FromResult<Text?>(_taken.Count > 1 ? Text.Literal("Full") : null)));
        chat.Tap("Courier").Shows("No courier in this city");
        _taken.Add("more");
        chat.Tap("Locker").Shows("⚠️ Full");
        _taken.Clear();
        chat.Tap("Locker").Returned("l");
    }

    [Fact]
    public void It_works_beside_looks() =>
        Scratch<string>.Chat(async ask =>
        {
            var known = await ask.Looks("known", () => 3);
            var name = await ask.Text("name").CheckNow((name, _) => Free(name));
            return name + known + await ask.Looks("again", () => 4);
        }).Say("anna").Shows("That name is taken").Say("bob").Returned("bob34");

    [Fact]
    public void Skipping_is_not_checked() => Scratch<string>.Chat(async ask => await ask.Text("name").CheckNow((name, _) => Free(name)).Optional() ?? "none").Skip().Returned("none");

    [Fact]
    public void A_delivery_that_comes_twice_is_checked_from_the_same_state() => Chat().Twice().Say("anna").Shows("taken").Say("bob").Say("1").Say("2").Returned("bob12");

    [Fact]
    public void A_suggestion_that_is_taken_is_checked_like_what_is_written()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Text("name").Length(3, 9).Suggest(_ => "anna").CheckNow((name, _) => Free(name)));
        chat.Say("a").Shows("From 3 to 9").Tap("✅ anna").Shows("⚠️ That name is taken", "name?");
        _taken.Clear();
        chat.Tap("✅ anna").Returned("anna");
    }
}
