using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

/// <summary>What stands in front of an open question, stored by another release.</summary>
public sealed class PaneTests
{
    [Fact]
    public void A_pane_that_this_release_does_not_know_is_none_and_the_question_takes_its_answer()
    {
        var state = DialogState.Open("named", "d1") with { Pane = "of-next-year" };

        new Named().Step(state, new Input.Wrote("Anna")).ShouldBeOfType<Outcome.Done>().Result.ShouldBe("Anna");
    }

    private sealed class Named : Dialog<string>
    {
        public override string Name => "named";

        protected override async Flow<string> Talk() => await Text("name", Lavka.Talk.Text.Literal("Name?"));
    }
}
