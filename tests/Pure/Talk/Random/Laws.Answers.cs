using Lavka.Talk;
using Shouldly;

namespace Lavka.Pure.Talk.Random;

/// <content>What holds for the answers: how they are taken, half given, suggested, hidden.</content>
internal static partial class Laws
{
    private const int LongestDraft = 3000;
    private const int LongEnoughToTell = 10;

    /// <summary>What was accepted keeps every rule and the check of its moment, however it was given: written, pressed, handed over, suggested.</summary>
    public static void WhatIsAcceptedHolds(Walk walk)
    {
        if (walk.IsDeploy || walk.IsOver || walk.Deed.Only is null || walk.Chat.Prompt.Manner is not Manner.Next || walk.Expected(walk.Before) is not { Asked: { } asked, Open: { } key }) return;
        walk.Chat.State!.Drafted.ShouldNotBe(key, "What was half given goes with the answer.");
        if (walk.Chat.State.Answers[key] is not { } stored) asked.IsOptional.ShouldBeTrue();
        else (Meaning.Of(asked, stored) is { } told && !(asked.IsChecked && asked.IsRefused(told))).ShouldBeTrue($"{asked} took {stored}");
    }

    /// <summary>A suggestion stands below a hint, and only where the question makes suggestions.</summary>
    public static void OffersFollowHints(Walk walk)
    {
        if (walk.IsDeploy || walk.IsOver || walk.Chat.State!.Offered is not { } offer || offer == walk.Before.Offered) return;
        walk.Chat.Prompt.Manner.ShouldBe(Manner.Hint, $"{offer}");
        walk.Expected(walk.Before).Asked.ShouldNotBeNull().Suggests.ShouldBeTrue();
    }

    /// <summary>An answer that takes several taps or messages grows by exactly what was given, and by nothing else.</summary>
    public static void HalvesAreWhatWasGiven(Walk walk)
    {
        if (walk.IsDeploy || walk.IsOver || walk.Deed.Only is not { } input || walk.Expected(walk.Before) is not { Asked: { } asked } open || walk.Expected(walk.Chat.State!).Open != open.Open) return;
        if (walk.Before.Editing != walk.Chat.State!.Editing || (asked.Sort is Sort.Stay && input is Input.Wrote)) return;
        var before = Meaning.OfHalf(asked, Draft(walk.Before, open));
        Meaning.OfHalf(asked, Draft(walk.Chat.State, open)).ShouldBe(Grown(walk.Before, open, asked, before, input), $"{asked} had {before} and was given {input}");
    }

    /// <summary>A message to a question that asks for a secret is taken out of the chat, and no other.</summary>
    public static void SecretsAreErased(Walk walk)
    {
        if (walk.IsDeploy || walk.Deed.Only is not { } input) return;
        walk.Chat.Outcome.Erases.ShouldBe(walk.Expected(walk.Before).Asked is { Sort: Sort.Secret } && input is Input.Wrote or Input.Sent);
    }

    /// <summary>A secret stands nowhere: not in the review, not in the closed question, not on a button.</summary>
    public static void SecretsAreNotShown(Walk walk)
    {
        if (walk.IsOver) return;
        var given = walk.Expected(walk.Chat.State!).Given;
        foreach (var secret in given.Where(answer => answer is { Asked.Sort: Sort.Secret, Stored.Length: >= LongEnoughToTell }).Select(answer => answer.Stored!))
            if (!given.Any(answer => answer.Asked.Sort is not Sort.Secret && answer.Stored?.Contains(secret, StringComparison.Ordinal) is true))
                (Said(walk, secret) + walk.Chat.Closing + walk.Chat.Prompt.Note?.Plain(Language.En)).ShouldNotContain(secret, Case.Sensitive);

        // Somebody may have answered with the very sample, which stands in every question for everybody to see.
        static string Said(Walk walk, string secret) => walk.Chat.Seen.Replace($"For example: <code>{secret}</code>", "", StringComparison.Ordinal);
    }

    /// <summary>What was sent together is told of once: after the first of an album no hint and no message comes, but for the question that follows an answer. It answers one question at most.</summary>
    public static void AnAlbumIsMetOnce(Walk walk)
    {
        if (walk.Deed.Inputs is not [Input.Sent { Album: not null } first, _, ..] inputs) return;
        var chat = walk.Resume(walk.Before).Step(first);
        var answers = chat.Prompt.Manner is Manner.Next ? 1 : 0;
        foreach (var input in inputs.Skip(1))
        {
            var manner = chat.Step(input).Prompt.Manner;
            manner.ShouldBeOneOf(Manner.More, Manner.Stale, Manner.Next);
            if (manner is Manner.Next) (++answers).ShouldBe(1, "The rest of an album is no answer to the next question.");
        }
    }

    /// <summary>A reminder says the open question again, the end of patience ends everything: neither changes an answer.</summary>
    public static void TimersOnlyTell(Walk walk)
    {
        if (walk.IsDeploy) return;
        if (walk.Deed.Only is Input.Expired) walk.Chat.Outcome.ShouldBeOfType<Outcome.Expired>().Farewell.Plain(Language.En).ShouldContain("Time is up");
        if (walk.Deed.Only is not Input.Reminded) return;
        walk.Chat.Json.ShouldBe(walk.Before.ToJson());
        walk.Chat.Seen.ShouldContain("You have not finished. This is the question");
    }

    /// <summary>In the place of the keyboard a button can only say what stands on it: that is as good as a press.</summary>
    public static void SaidIsPressed(Walk walk)
    {
        if (walk.IsOver || walk.Chat.Message.Wants is null) return;
        var keys = walk.Chat.Message.Rows.SelectMany(row => row).ToList();
        var key = keys[walk.Moves % keys.Count];
        var (said, pressed) = (walk.Copy().Say(key.Label), walk.Copy().Press(key.Data!));
        (said.Json, said.Seen).ShouldBe((pressed.Json, pressed.Seen), key.Label);
    }

    /// <summary>What the engine goes on from: the draft, or else the answer that is being given anew.</summary>
    private static string? Draft(DialogState state, Reference open)
    {
        if (state.Drafted is { } drafted && (drafted == open.Open || drafted == open.Was)) return state.Draft;
        return open.Asked!.Sort is Sort.Stay ? null : open.Stored;
    }

    private static string Grown(DialogState state, Reference open, Asked asked, string half, Input input)
    {
        var all = half.Split('+', StringSplitOptions.RemoveEmptyEntries);
        switch (asked.Sort, input)
        {
            case (Sort.Photos, Input.Sent { Media: { } photo } sent) when state.Pane is null && Meaning.IsPhoto(photo.Kind, photo.File, photo.MediaType) && !(photo.Size > asked.Largest):
                return all.Length == asked.Most || (sent.Album is { } album && state.Album == album && state.AlbumAt != open.Open) ? half : string.Join('+', all.Append(photo.File));
            case (Sort.Photos or Sort.Stay, Input.Tapped { Tap: Tap.Choose { Option: "0" } } tapped) when IsMeant(open, tapped):
                return "";
            case (Sort.Many, Input.Tapped { Tap: Tap.Choose { Option: var option } } tapped) when IsMeant(open, tapped) && asked.Options.Any(known => $"o{known}" == option):
                return Ticked(asked, all, option);
            case (Sort.Stay, Input.Tapped { Tap: Tap.Choose { Option: var day } } tapped) when IsMeant(open, tapped) && Meaning.Day(day) is { } pressed:
                return half == day ? "" : half.Length == 0 && Meaning.CanArrive(asked, pressed) ? day : half;
            default:
                return half;
        }
    }

    private static string Ticked(Asked asked, string[] all, string option)
    {
        string[] ticked = all.Contains(option) ? [.. all.Where(one => one != option)] : all.Length >= asked.Most ? all : [.. all, option];
        return string.Join('+', asked.Options.Select(known => $"o{known}").Where(ticked.Contains));
    }

    private static bool IsMeant(Reference open, Input.Tapped tapped) => tapped.AtCode is null || tapped.AtCode == KeyCode.Of(open.Open!);
}
