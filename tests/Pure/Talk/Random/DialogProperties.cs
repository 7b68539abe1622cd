using Xunit;

namespace Lavka.Pure.Talk.Random;

/// <summary>What holds for every dialog, every person and every deploy. That nothing throws and that a reload changes nothing is checked at each step of each walk.</summary>
public sealed class DialogProperties
{
    [Fact]
    public void The_end_is_reached_from_everywhere_and_the_result_is_what_the_answers_say() => Walk.AtTheEnd(walk =>
    {
        RandomPerson.ComeToReview(walk.Chat);
        var answers = walk.Chat.State!.Answers;
        walk.Chat.Tap("Confirm").Returned(Reference.Of(walk.Specs, answers).Said);
    });

    [Fact]
    public void What_is_asked_is_what_is_not_answered_and_a_deploy_asks_only_what_is_new_or_no_longer_fits() => Walk.AtEveryMove(Laws.StandsWhereTheAnswersSay);

    [Fact]
    public void The_state_never_outgrows_the_questions() => Walk.AtEveryMove(Laws.Bounded);

    [Fact]
    public void A_hint_and_a_stale_button_leave_the_state_as_it_was() => Walk.AtEveryMove(Laws.HintsChangeNothing);

    [Fact]
    public void A_button_pressed_twice_is_pressed_once_and_only_the_open_question_has_live_buttons() => Walk.AtEveryMove(Laws.OnceAndTwiceAreTheSame);

    [Fact]
    public void A_crash_before_the_commit_and_the_same_update_again_are_as_if_nothing_had_happened() => Walk.AtEveryMove(Laws.ACrashChangesNothing);

    [Fact]
    public void Leaving_only_asks_and_returning_is_as_if_it_had_not_been_asked() => Walk.AtEveryMove(Laws.LeavingOnlyAsks);

    [Fact]
    public void Going_back_and_keeping_the_answer_is_as_if_one_had_stayed() => Walk.AtEveryMove(Laws.BackAndKeepIsStaying);

    [Fact]
    public void The_step_is_never_more_than_the_steps() => Walk.AtEveryMove(Laws.StepsAreCounted);

    [Fact]
    public void Every_view_is_one_that_the_messenger_takes() => Walk.AtEveryMove(Laws.Fits);
}
