using System.Text.RegularExpressions;
using Lavka.Channels.Telegram;
using Lavka.Kit;
using Lavka.Simulator.Telegram.Html;
using Lavka.Talk;
using Shouldly;

namespace Lavka.Pure.Talk.Random;

/// <summary>What holds after every move of every person in every dialog. That nothing throws and that a reload changes nothing is checked by each step of a <see cref="TestChat"/>.</summary>
internal static partial class Laws
{
    private const int LongestMessage = 4096;
    private const int LongestNote = 200;
    private const int MostButtons = 100;
    private const int Seldom = 4;

    /// <summary>Every law; those that walk a way of their own only at every fourth move.</summary>
    public static void All(Walk walk)
    {
        StandsWhereTheAnswersSay(walk);
        Bounded(walk);
        HintsChangeNothing(walk);
        OnceAndTwiceAreTheSame(walk);
        StepsAreCounted(walk);
        Fits(walk);
        WhatIsAcceptedHolds(walk);
        OffersFollowHints(walk);
        HalvesAreWhatWasGiven(walk);
        SecretsAreErased(walk);
        SecretsAreNotShown(walk);
        AnAlbumIsMetOnce(walk);
        TimersOnlyTell(walk);
        SaidIsPressed(walk);
        if (walk.Moves % Seldom == 0) LeavingOnlyAsks(walk);
        if (walk.Moves % Seldom == 1) BackAndKeepIsStaying(walk);
        if (walk.Moves % Seldom == 2) ACrashChangesNothing(walk);
    }

    /// <summary>The open question is the first that is not answered or whose answer does not fit; the result is what the answers say. So a deploy asks only what is new.</summary>
    public static void StandsWhereTheAnswersSay(Walk walk)
    {
        if (walk.IsDeploy && !walk.IsOver) walk.Chat.State!.Answers.ShouldBe(walk.Before.Answers);
        if (walk.Chat.Outcome is Outcome.Done done) done.Result.ShouldBe(Finished(walk));
        else if (!walk.IsOver) walk.Chat.Prompt.Key.ShouldBe(walk.Expected(walk.Chat.State!).Open);
    }

    public static void Bounded(Walk walk)
    {
        if (walk.IsOver) return;
        walk.Chat.State!.Answers.Count.ShouldBeLessThanOrEqualTo(walk.Room, "Every question of every version, and the reviews.");
        (walk.Chat.State.Draft?.Length ?? 0).ShouldBeLessThanOrEqualTo(LongestDraft);
    }

    /// <summary>Nothing but what is suggested instead, and which album it was that did not fit.</summary>
    public static void HintsChangeNothing(Walk walk)
    {
        if (walk.IsOver || walk.Chat.Prompt.Manner is not (Manner.Hint or Manner.Stale) || walk.Deed.Inputs is { Count: > 1 }) return;
        var (before, after) = (walk.Before, walk.Chat.State!);
        if (walk.Deed.Only is Input.Sent { Album: not null }) (before, after) = (before with { Album = null, AlbumAt = null }, after with { Album = null, AlbumAt = null });
        if (walk.Deed.Only is Input.Wrote) (before, after) = (before with { Offered = null }, after with { Offered = null });
        after.ToJson().ShouldBe(before.ToJson());
    }

    /// <summary>A button that is pressed twice, before anybody saw the answer, and any button whose question is closed. Only what is ticked is unticked.</summary>
    public static void OnceAndTwiceAreTheSame(Walk walk)
    {
        if (walk.IsOver || walk.Deed.Pressed is not { } data) return;
        var twice = walk.Copy().Press(data);
        if (Unticked(walk) is { } unticked) Meaning.OfHalf(unticked.Asked!, twice.State!.Draft).ShouldBe(Meaning.OfHalf(unticked.Asked!, Draft(walk.Before, unticked)), $"Ticked and unticked: {data}");
        else twice.Json.ShouldBe(walk.Chat.Json, $"Pressed twice: {data}");
        if (TapCode.Read(data)!.Value is var (dialog, at, _) && (dialog != walk.Before.Id || at != KeyCode.Of(walk.Expected(walk.Before).Open!)))
            walk.Chat.Json.ShouldBe(walk.Before.ToJson(), $"A button of a closed question: {data}");
    }

    /// <summary>The process dies before the commit: the state is the old one, the update comes again to another process.</summary>
    public static void ACrashChangesNothing(Walk walk)
    {
        if (walk.IsDeploy) return;
        var again = walk.Deed.Do(walk.Resume(walk.Before));
        if (walk.IsOver) again.Outcome.ToString().ShouldBe(walk.Chat.Outcome.ToString());
        else (again.Json, again.Seen).ShouldBe((walk.Chat.Json, walk.Chat.Seen));
    }

    public static void LeavingOnlyAsks(Walk walk)
    {
        if (walk.IsOver) return;
        var chat = walk.Copy();
        if (chat.State!.Pane is not null) chat.Stay();
        chat.Step(new Input.Open());
        var (seen, before) = (chat.Seen, chat.Json);
        chat.Cancel().Stay().Seen.ShouldBe(seen);
        chat.Interrupt().Stay().Seen.ShouldBe(seen);
        chat.Json.ShouldBe(before);
    }

    public static void BackAndKeepIsStaying(Walk walk)
    {
        if (walk.Chat.State is not { Pane: null, Page: null, Editing: null, Offered: null }) return;
        var chat = walk.Copy();
        var (seen, before) = (chat.Seen, Stayed());
        if (chat.Types(new Tap.Back()).State!.Editing is null) return;
        chat.Keep().Seen.ShouldBe(seen);
        Stayed().ShouldBe(before);

        // A work that was left is begun anew, which is told by its count alone.
        string Stayed() => (chat.State! with { Redo = 0 }).ToJson();
    }

    public static void StepsAreCounted(Walk walk)
    {
        if (walk.IsOver) return;
        var step = Counter().Match(walk.Chat.Seen);
        if (step.Success) int.Parse(step.Groups["n"].ValueSpan, null).ShouldBeInRange(1, int.Parse(step.Groups["total"].ValueSpan, null), walk.Chat.Seen);
    }

    /// <summary>Every view can be sent: cut as the channel cuts it, it is read by a messenger that refuses what Telegram refuses.</summary>
    public static void Fits(Walk walk)
    {
        if (walk.IsOver) return;
        var prompt = walk.Chat.Prompt;
        prompt.View.Rows.Sum(row => row.Count).ShouldBeLessThanOrEqualTo(MostButtons);
        foreach (var language in Enum.GetValues<Language>())
        {
            HtmlParser.Parse(Cut.Html(prompt.View.In(language).Html, LongestMessage)).Text.Trim().Length.ShouldBeInRange(1, LongestMessage);
            (prompt.Note?.Plain(language).Length ?? 0).ShouldBeLessThanOrEqualTo(LongestNote);
            if (prompt.Closing is { } closing) HtmlParser.Parse(Cut.Html(closing.Markup(language), LongestMessage)).Text.Trim().Length.ShouldBeInRange(1, LongestMessage);
        }
    }

    /// <summary>The question of which an option, or the first day of a stay, was just pressed: pressed again, it is taken back.</summary>
    private static Reference? Unticked(Walk walk)
    {
        var open = walk.Expected(walk.Before);
        return open.Asked is { Sort: Sort.Many or Sort.Stay } asked && walk.Chat.State!.Drafted == open.Open
            && walk.Deed.Only is Input.Tapped { Tap: Tap.Choose { Option: var option } } tapped && IsMeant(open, tapped)
            && Grown(walk.Before, open, asked, Meaning.OfHalf(asked, Draft(walk.Before, open)), tapped) != Meaning.OfHalf(asked, Draft(walk.Before, open))
            && option != "0"
            ? open
            : null;
    }

    /// <summary>The last answer that a dialog takes is the confirmation, or none at all: what was stored before it is the whole result.</summary>
    private static string Finished(Walk walk)
    {
        var expected = Reference.Of(walk.Specs, walk.Before.Answers);
        (expected.Open ?? "review").ShouldBe("review");
        return expected.Said;
    }

    [GeneratedRegex(@"Step (?<n>-?\d+)/(?<total>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counter();
}
