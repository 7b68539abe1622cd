namespace Lavka.Talk;

/// <summary>Draws the pages of a review: all answers, the list of parts to edit, the answers of one part.</summary>
internal static class ReviewSight
{
    private const int ShortestAnswer = 16;

    public static View Draw(DialogState state, Run run, Review review) =>
        state.Page is Review.EditPage ? Choosing(state, run, review)
        : review.Parts.FirstOrDefault(part => Review.PageOf(part.Name) == state.Page) is { Name: not null } part ? OnePart(state, run, part)
        : Whole(state, run, review);

    private static View Whole(DialogState state, Run run, Review review)
    {
        var view = new View(Body(run, review)).Row(Sight.Move(state, run, review.Confirm, new Tap.Choose(review.Seal)));
        if (review.Parts.Count > 1) view = view.Row(Sight.Move(state, run, DialogTexts.EditData, new Tap.Page(Review.EditPage)));
        else foreach (var passed in review.Path) view = view.Row(EditButton(state, run, passed));
        foreach (var (label, dialog, _) in run.Question!.Opens) view = view.Row(Sight.Move(state, run, label, new Tap.Open(dialog)));
        return view.Row(Sight.Move(state, run, DialogTexts.Cancel, new Tap.Cancel()));
    }

    private static View Choosing(DialogState state, Run run, Review review)
    {
        var view = new View(DialogTexts.WhatToEdit);
        foreach (var (name, title, answers) in review.Parts)
        {
            if (title is not null) view = view.Row(Sight.Move(state, run, title, new Tap.Page(Review.PageOf(name))));
            else foreach (var passed in answers) view = view.Row(EditButton(state, run, passed));
        }
        return view.Row(Sight.Move(state, run, DialogTexts.Back, new Tap.Page("")));
    }

    private static View OnePart(DialogState state, Run run, (string Name, Text? Title, IReadOnlyList<Passed> Answers) part)
    {
        var view = new View(Text.Lines(DialogTexts.Bold.With("text", part.Title ?? DialogTexts.WhatToEdit), DialogTexts.EditOneOrAll));
        foreach (var passed in part.Answers) view = view.Row(EditButton(state, run, passed));
        return view
            .Row(Sight.Move(state, run, DialogTexts.EditAll, new Tap.EditPart(part.Name)))
            .Row(Sight.Move(state, run, DialogTexts.Back, new Tap.Page(Review.EditPage)));
    }

    private static Button EditButton(DialogState state, Run run, Passed passed) =>
        Sight.Move(state, run, DialogTexts.EditOne.With("label", passed.Question.Label).With("answer", passed.Question.Tell(passed.Stored)), new Tap.Edit(KeyCode.Of(passed.Question.Key)));

    /// <summary>What would not fit into one message is shortened inside the answers, the longest first.</summary>
    private static Text Body(Run run, Review review)
    {
        for (var most = Sight.LongestAnswer; ; most /= 2)
        {
            var body = Text.Lines([.. run.Notes, DialogTexts.Bold.With("text", review.Title), Text.Empty, review.Summary ?? Listed(review, most)]);
            if (review.Summary is not null || most <= ShortestAnswer || body.Length <= View.Longest) return body;
        }
    }

    private static Text Listed(Review review, int most) => Text.Lines(review.Parts.SelectMany(part => part.Answers
        .Select(passed => Line(passed, most))
        .Prepend(part.Title is null ? null : DialogTexts.Bold.With("text", part.Title))));

    private static Text Line(Passed passed, int most) =>
        DialogTexts.Answer.With("label", passed.Question.Label).With("answer", passed.Question.Tell(passed.Stored).Shortened(most));
}
