namespace Lavka.Talk;

/// <summary>Draws what is open: a question, a page of the review, a work, the question whether to leave.</summary>
internal static class Sight
{
    /// <summary>Of one answer where it stands alone; nobody reads more.</summary>
    public const int LongestAnswer = 1024;

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
        var isWritten = question.IsWritten && rows.Count == 0;
        var header = steps.Total > 1 ? DialogTexts.Step.With("n", steps.Number).With("total", steps.Total) : null;
        var body = Text.Lines(
            [
                .. run.Notes,
                header is null ? run.Open!.Section.Title : Text.Joined(" · ", header, run.Open!.Section.Title),
                DialogTexts.Bold.With("text", question.Prompt),
                question.Help,
                question.How,
                question.Sample is { } sample ? DialogTexts.Sample.With("sample", sample) : null,
                question.Board?.Told(run.Draft),
                run.Offered is { } offer ? DialogTexts.Offer.With("answer", question.Tell(offer)) : null,
                isWritten ? (run.Path.Count > 0 ? DialogTexts.BackOrCancel : DialogTexts.OnlyCancel) : null,
            ]);
        return new View(body)
        {
            Rows = [.. rows.Select(row => (IReadOnlyList<Button>)[.. row.Select(move => Move(state, run, move.Label, move.Tap))])],
            AwaitsText = isWritten,
            Wish = question.Wish,
            Placeholder = (isWritten || question.Wish is not null) && question.Sample is { Length: <= LongestSample } placeholder ? Text.Literal(placeholder) : null,
        };
    }

    /// <summary>The move of the button whose label was written: in the place of the keyboard a button can only say what stands on it.</summary>
    public static Tap? Spoken(DialogState state, Run run, Steps steps, string text) =>
        Rows(state, run, run.Question!, steps).SelectMany(row => row).FirstOrDefault(move => Spelling.Same(text.Trim(), move.Label)).Tap;

    public static Button Move(DialogState state, Run run, Text label, Tap tap) =>
        new(label, new Press.Move(TapCode.Write(state.Id, run.OpenKey, tap)));

    /// <summary>A question that needs a written answer has no buttons at all, so that the messenger can open the keyboard for it.</summary>
    private static List<IReadOnlyList<(Text Label, Tap Tap)>> Rows(DialogState state, Run run, Question question, Steps steps)
    {
        List<IReadOnlyList<(Text Label, Tap Tap)>> rows = [.. Cells(run, question).Select(row => (IReadOnlyList<(Text, Tap)>)[.. row.Select(cell => (cell.Label, (Tap)new Tap.Choose(cell.Option)))])];
        if (question is { Usual: { } usual, Options.Count: 0 } && question.Holds(usual)) rows.Add([(QuestionTexts.Usual.With("answer", question.Tell(usual)), new Tap.Take())]);
        if (run.Offered is { } offer) rows.Add([(DialogTexts.TakeOffer.With("answer", question.Tell(offer)), new Tap.Accept(KeyCode.Of(offer)))]);
        rows.AddRange(question.Again.Select(again => (IReadOnlyList<(Text, Tap)>)[(again.Label, new Tap.Again(again.Work))]));
        rows.AddRange(question.Opens.Select(other => (IReadOnlyList<(Text, Tap)>)[(other.Label, new Tap.Open(other.Dialog))]));
        if (question.Skip is { } skip) rows.Add([(skip, new Tap.Skip())]);
        if (run.HasOld(out var old)) rows.Add([(DialogTexts.Keep.With("answer", question.Tell(old)), new Tap.Keep())]);
        if (rows.Count == 0 && question.IsWritten) return rows;
        IReadOnlyList<(Text, Tap)> last = run.Path.Count > 0 && !steps.FromReview
            ? [(DialogTexts.Back, new Tap.Back()), (DialogTexts.Cancel, new Tap.Cancel())]
            : [(DialogTexts.Cancel, new Tap.Cancel())];
        return [.. rows, last];
    }

    private static IEnumerable<IReadOnlyList<Cell>> Cells(Run run, Question question)
    {
        if (question.Board is { } board) return board.Rows(run.Draft);
        var cells = question.Options.Select(option => new Cell(option.Key == question.Usual ? QuestionTexts.UsualOption.With("label", option.Label) : option.Label, option.Key));
        return question.IsRow ? [[.. cells]] : cells.Select(cell => (IReadOnlyList<Cell>)[cell]);
    }
}
