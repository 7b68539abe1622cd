using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Random;

/// <summary>What holds for every dialog, every person and every deploy. That nothing throws and that a reload changes nothing is checked at each step of each walk.</summary>
public sealed class DialogProperties
{
    [Fact]
    public void The_end_is_reached_from_everywhere_and_the_result_is_what_the_answers_say() => Walk.AtTheEnd(walk =>
    {
        RandomPerson.ComeToReview(walk.Chat, walk.Specs);
        var answers = walk.Chat.State!.Answers;
        walk.Chat.Tap("Confirm").Returned(Reference.Of(walk.Specs, answers).Said);
    });

    [Fact]
    public void Every_kind_of_question_is_asked_and_answered()
    {
        HashSet<Sort> answered = [];
        Walk.Long(seed: 1, walks: 12, moves: 100, walk =>
        {
            if (walk is { IsDeploy: false, IsOver: false, Chat.Prompt.Manner: Manner.Next } && walk.Expected(walk.Before).Asked is { } asked) answered.Add(asked.Sort);
        });
        answered.Order().ShouldBe(Enum.GetValues<Sort>());
    }

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

    [Fact]
    public void What_is_accepted_keeps_the_rules_and_the_check_of_its_moment() => Walk.AtEveryMove(Laws.WhatIsAcceptedHolds);

    [Fact]
    public void A_suggestion_stands_below_a_hint_only() => Walk.AtEveryMove(Laws.OffersFollowHints);

    [Fact]
    public void A_half_answer_is_what_was_given_of_it() => Walk.AtEveryMove(Laws.HalvesAreWhatWasGiven);

    [Fact]
    public void A_secret_is_taken_out_of_the_chat_and_nothing_else_is() => Walk.AtEveryMove(Laws.SecretsAreErased);

    [Fact]
    public void A_secret_is_shown_nowhere() => Walk.AtEveryMove(Laws.SecretsAreNotShown);

    [Fact]
    public void An_album_is_met_with_one_message() => Walk.AtEveryMove(Laws.AnAlbumIsMetOnce);

    [Fact]
    public void A_reminder_changes_nothing_and_the_end_of_patience_ends_it() => Walk.AtEveryMove(Laws.TimersOnlyTell);

    [Fact]
    public void A_button_in_the_place_of_the_keyboard_is_pressed_by_saying_it() => Walk.AtEveryMove(Laws.SaidIsPressed);
}
