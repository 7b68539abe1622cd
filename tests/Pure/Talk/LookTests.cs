using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

public sealed class LookTests
{
    [Fact]
    public void A_look_is_read_anew_in_every_turn_and_not_kept()
    {
        List<string> cities = ["riga=Riga"];
        var chat = Scratch<string>.Chat(async ask => await ask.Choice("city", await ask.Looks("cities", () => cities.ToArray())));
        chat.Shows("Riga").DoesNotShow("Tallinn").State!.Answers.ShouldBeEmpty();
        cities.Add("tallinn=Tallinn");
        chat.Say("hm").Shows("Riga", "Tallinn").Tap("Tallinn").Returned("tallinn");
    }

    [Fact]
    public void An_answer_that_is_no_longer_offered_is_asked_again()
    {
        List<string> cities = ["riga=Riga", "tallinn=Tallinn"];
        var chat = Scratch<string>.Chat(async ask => await ask.Choice("city", await ask.Looks("cities", () => cities.ToArray())) + await ask.Text("name"));
        chat.Tap("Tallinn").Shows("name?");
        cities.RemoveAt(1);
        chat.Say("Anna").Shows("city?").Tap("Riga").Shows("name?").Say("Anna").Returned("rigaAnna");
    }

    [Fact]
    public void A_look_that_depends_on_an_answer_is_read_for_that_answer() =>
        Scratch<string>.Chat(async ask =>
        {
            var city = await ask.Text("city");
            return await ask.Choice("street", await ask.Looks($"streets/{city}", () => new[] { city + "=Street of " + city }));
        }).Say("Riga").Shows("Street of Riga").Tap("Street").Returned("Riga");

    [Fact]
    public void A_work_behind_a_look_says_first_what_it_needs()
    {
        var dialog = new Scratch<string>(async ask => await ask.Once("w", await ask.Looks("l", () => "x"), ScratchJson.Default.String, _ => new Found<string>.Value("y")));
        var state = DialogState.Open("scratch", "d1");
        var look = dialog.Awaited(state).ShouldBeOfType<Outcome.Looks>();
        dialog.Awaited(state, new Dictionary<string, object?> { [look.Key] = "x" }).ShouldBeOfType<Outcome.Needs>();
    }
}
