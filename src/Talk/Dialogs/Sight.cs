namespace Lavka.Talk;

/// <summary>Draws what is open: a question, a page of the review, a work, the question whether to leave.</summary>
internal static class Sight
{
    private const int LongestSample = 60;

    public static View Leaving(DialogState state, Run run, Text ask, CancelWords words)
    {
        var view = new View(ask).Row(Move(state, run, words.Stay, new Tap.Return()));
        if (run.Question?.Review is null && run.Path.LastOrDefault() is { Question.Review: not null }) view = view.Row(Move(state, run, DialogTexts.CheckAgain, new Tap.Back()));
        return view.Row(Move(state, run, words.Leave, new Tap.Leave()));
    }

    public static View Waiting(DialogState state, Run run, PendingWork work) => work.Refusal is { } refusal
        ? new View(refusal)
            .Row(Move(state, run, DialogTexts.TryAgain, new Tap.Again(work.Name)))
            .Row(run.Path.Count > 0 ? [Move(state, run, DialogTexts.BackToEdit, new Tap.Back())] : [])
            .Row(Move(state, run, DialogTexts.Cancel, new Tap.Cancel()))
        : new View(work.Waiting) { IsProgress = true }.Row(Move(state, run, DialogTexts.Cancel, new Tap.Cancel()));

    public static View Asking(DialogState state, Run run, Steps steps)
    {
        var question = run.Question!;
        if (question.Review is { } review) return ReviewSight.Draw(state, run, review);
        var rows = Rows(state, run, question, steps);
        var header = steps.Total > 1 ? DialogTexts.Step.With("n", steps.Number).With("total", steps.Total) : null;
        var body = Text.Lines(
            [
                .. run.Notes,
                header is null ? null : Text.Joined(" · ", header, run.Open!.Section.Title),
                DialogTexts.Bold.With("text", question.Prompt),
                question.Help,
                question.Sample is { } sample ? DialogTexts.Sample.With("sample", sample) : null,
                rows.Count == 0 ? (run.Path.Count > 0 ? DialogTexts.BackOrCancel : DialogTexts.OnlyCancel) : null,
            ]);
        return new View(body)
        {
            Rows = rows,
            AwaitsText = rows.Count == 0,
            Placeholder = rows.Count == 0 && question.Sample is { Length: <= LongestSample } placeholder ? Text.Literal(placeholder) : null,
        };
    }

    public static Button Move(DialogState state, Run run, Text label, Tap tap) =>
        new(label, new Press.Move(TapCode.Write(state.Id, run.OpenKey, tap)));

    /// <summary>A question that needs a written answer has no buttons at all, so that the messenger can open the keyboard for it.</summary>
    private static List<IReadOnlyList<Button>> Rows(DialogState state, Run run, Question question, Steps steps)
    {
        List<IReadOnlyList<Button>> rows = [.. question.Options.Select(option => (IReadOnlyList<Button>)[Move(state, run, option.Label, new Tap.Choose(option.Key))])];
        rows.AddRange(question.Again.Select(again => (IReadOnlyList<Button>)[Move(state, run, again.Label, new Tap.Again(again.Work))]));
        if (question.Skip is { } skip) rows.Add([Move(state, run, skip, new Tap.Skip())]);
        if (run.HasOld(out var old)) rows.Add([Move(state, run, DialogTexts.Keep.With("answer", question.Tell(old)), new Tap.Keep())]);
        if (rows.Count == 0) return rows;
        IReadOnlyList<Button> last = run.Path.Count > 0 && !steps.FromReview
            ? [Move(state, run, DialogTexts.Back, new Tap.Back()), Move(state, run, DialogTexts.Cancel, new Tap.Cancel())]
            : [Move(state, run, DialogTexts.Cancel, new Tap.Cancel())];
        return [.. rows, last];
    }
}
