namespace Lavka.Talk;

/// <summary>Replays a dialog and finds the way in it: how far it is, what lies one step back, what comes after an edited answer.</summary>
internal sealed class Walk(Dialog dialog, IReadOnlyDictionary<string, object?> looks)
{
    /// <summary>A look that some run of this step stopped at: it has to be read before the step can be told.</summary>
    public Outcome.Looks? Look { get; private set; }

    public Run Play(DialogState state, bool guessing = false)
    {
        var run = new Run(state, looks, guessing);
        dialog.Play(run);
        if (!guessing) Look ??= run.Look;
        return run;
    }

    /// <summary>The same for a question that will be shown: the run goes on guessing, so that the way ahead need not be played anew.</summary>
    public Run Foresee(DialogState state)
    {
        var run = Play(state, guessing: true).Sure;
        Look ??= run.Look;
        return run;
    }

    /// <summary>Where the question stands on the path that is really walked: the rest of it is found by guessing the answers to come.</summary>
    public Steps Steps(DialogState state, Run run)
    {
        if (run.IsEdited)
        {
            var part = Play(state with { Editing = null }, guessing: true).Walked.Where(passed => passed.Section.Name == run.Open!.Section.Name);
            var keys = part.Select(passed => passed.Question.Key).ToList();
            return new Steps(keys.IndexOf(run.OpenKey) + 1, state.WholePart ? keys.Count : 0, FromReview: IsReviewAhead(state));
        }
        var ahead = run.Ahead ?? Play(state, guessing: true);
        var start = run.Legs.LastOrDefault();
        var end = ahead.Legs.FirstOrDefault(leg => leg > run.Path.Count, ahead.Question is null or { Review: not null } ? ahead.Path.Count : 0);
        return new Steps(run.Path.Count - start + 1, end - start, FromReview: false);
    }

    /// <summary>
    /// One step back; null at the beginning. From a page to the page before, from an edited answer to the review it was edited from,
    /// else to the question before, whose answer is offered again. A review is simply not confirmed any more.
    /// </summary>
    public DialogState? Before(DialogState state, Run run)
    {
        if (run.Question is { Review: not null } && state.Page is { } page) return state with { Pane = null, Page = page == Review.EditPage ? null : Review.EditPage };
        var last = run.Path.LastOrDefault();
        if (run.IsEdited && IsReviewAhead(state))
            return state.WholePart && last?.Section.Name == run.Open!.Section.Name ? state with { Editing = last.Question.Key, Pane = null } : state.Ahead;
        return last switch
        {
            null => null,
            { Question.Review: not null } => state.Ahead.Without(key => key == last.Question.Key),
            _ => state.Ahead with { Editing = last.Question.Key },
        };
    }

    /// <summary>After an edited answer: the next question of its part when the whole part is edited, else wherever the dialog stands.</summary>
    public DialogState Onward(DialogState state, string edited)
    {
        if (!state.WholePart) return state.Ahead;
        var walked = Play(state.Ahead).Walked.SkipWhile(passed => passed.Question.Key != edited).ToList();
        return walked.Skip(1).FirstOrDefault(passed => passed.Section.Name == walked[0].Section.Name && passed.Question.Review is null) is { } next
            ? state.Ahead with { Editing = next.Question.Key, WholePart = true }
            : state.Ahead;
    }

    /// <summary>Everything but the edited answer is there: once it is given, or kept, the review stands again.</summary>
    private bool IsReviewAhead(DialogState state) => Play(state with { Editing = null }).Question?.Review is not null;
}
