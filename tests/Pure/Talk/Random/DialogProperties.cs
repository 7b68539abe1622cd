using System.Text.RegularExpressions;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Random;

/// <summary>What holds for every dialog and every person. That nothing throws and that a reload changes nothing is checked at each step of each walk.</summary>
public sealed partial class DialogProperties
{
    [Fact]
    public void The_end_is_reached_from_everywhere_and_the_result_is_what_the_answers_say() => Walk.AtTheEnd(walk =>
    {
        walk.Person.ComeToReview();
        var answers = walk.Chat.State!.Answers;
        walk.Chat.Tap("Confirm").Returned(RandomDialog.Direct(walk.Specs, answers));
    });

    [Fact]
    public void The_state_never_outgrows_the_questions() => Walk.AtEveryMove((walk, _) =>
        walk.Chat.State!.Answers.Count.ShouldBeLessThanOrEqualTo(Spec.Size(walk.Specs) + 1, "Every question and the review."));

    [Fact]
    public void A_hint_and_a_stale_button_leave_the_state_as_it_was() => Walk.AtEveryMove((walk, before) =>
    {
        if (walk.Chat.Prompt.Manner is Manner.Hint or Manner.Stale) walk.Chat.Json.ShouldBe(before);
    });

    [Fact]
    public void A_button_pressed_again_after_its_question_was_left_changes_nothing() => Walk.AtTheEnd(walk =>
    {
        foreach (var data in walk.Chat.Message.Rows.SelectMany(row => row).Select(key => key.Data!))
        {
            var there = walk.Copy().Press(data);
            if (there.State is null || there.Prompt.Key == walk.Chat.Prompt.Key) continue;
            var after = there.Json;
            there.Press(data).Json.ShouldBe(after);
            there.Prompt.Manner.ShouldBe(Manner.Stale);
        }
    });

    [Fact]
    public void Leaving_only_asks_and_returning_is_as_if_it_had_not_been_asked() => Walk.AtTheEnd(walk =>
    {
        var chat = walk.Chat;
        if (chat.State!.Pane is not null) chat.Stay();
        chat.Step(new Input.Open());
        var (seen, before) = (chat.Seen, chat.Json);
        chat.Cancel().Stay().Seen.ShouldBe(seen);
        chat.Interrupt().Stay().Seen.ShouldBe(seen);
        chat.Json.ShouldBe(before);
    });

    [Fact]
    public void Going_back_and_keeping_the_answer_is_as_if_one_had_stayed() => Walk.AtTheEnd(walk =>
    {
        var chat = walk.Chat;
        if (chat.State is not { Pane: null, Page: null, Editing: null }) return;
        chat.Step(new Input.Open());
        var (seen, before) = (chat.Seen, Stayed());
        if (chat.Types(new Tap.Back()).State!.Editing is null) return;
        chat.Keep().Seen.ShouldBe(seen);
        Stayed().ShouldBe(before);

        // A work that was left is begun anew, which is told by its count alone.
        string Stayed() => (chat.State with { Redo = 0 }).ToJson();
    });

    [Fact]
    public void The_same_step_from_the_same_state_is_the_same() => Walk.AtTheEnd(walk =>
    {
        var (one, other) = (walk.Copy(), walk.Copy());
        one.Seen.ShouldBe(other.Seen);
        one.Say("7").Json.ShouldBe(other.Say("7").Json);
        one.Seen.ShouldBe(other.Seen);
    });

    [Fact]
    public void The_step_is_never_more_than_the_steps() => Walk.AtEveryMove((walk, _) =>
    {
        var step = Counter.Match(walk.Chat.Seen);
        if (step.Success) int.Parse(step.Groups["n"].ValueSpan, null).ShouldBeInRange(1, int.Parse(step.Groups["total"].ValueSpan, null), walk.Chat.Seen);
    });

    [GeneratedRegex(@"Step (?<n>-?\d+)/(?<total>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counter { get; }
}
