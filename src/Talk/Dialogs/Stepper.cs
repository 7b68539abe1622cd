namespace Lavka.Talk;

/// <summary>One step of a dialog: replays it, applies the input to what is open, replays it with what changed.</summary>
internal sealed class Stepper(Dialog dialog, IReadOnlyDictionary<string, object?> looks)
{
    private const string CancelPane = "cancel";
    private const string HomePane = "home";

    public Outcome Step(DialogState state, Input input)
    {
        var run = Play(state);
        if (run.Look is { } look) return look;
        if (run.Result is { } result) return new Outcome.Done(result, null);
        return input switch
        {
            Input.Open => Show(state, run, Manner.Fresh),
            Input.Interrupted => Go(state with { Pane = HomePane }, Manner.Fresh),
            Input.Supplied supplied => Supply(state, run, supplied),
            Input.Wrote wrote => Wrote(state, run, wrote.Text),
            Input.Sent => Hint(state, run, run.Question is { } question && state.Pane is null ? question.WrongKind : DialogTexts.ChooseButton),
            Input.Tapped { AtCode: { } at } when at != KeyCode.Of(run.OpenKey) => Stale(state, run),
            Input.Tapped tapped => Tapped(state, run, tapped.Tap),
            _ => throw new InvalidOperationException($"An input of an unknown kind: {input}."),
        };
    }

    public Outcome? Awaited(DialogState state) => Play(state) switch
    {
        { Look: { } look } => look,
        { Work: { Refusal: null } } run => Show(state, run, Manner.Fresh),
        _ => null,
    };

    private Outcome Wrote(DialogState state, Run run, string text)
    {
        if (run.Question is not { } question) return Hint(state, run, run.Work!.Refusal is null ? DialogTexts.StillWorking : DialogTexts.ChooseButton);
        if (state.Pane is not null) return Hint(state, run, DialogTexts.ChooseButton);
        if (question.Skip is { } skip && Spelling.Same(text, skip)) return Answered(state, question, null);
        return Took(state, run, question, question.Read(text));
    }

    private Outcome Tapped(DialogState state, Run run, Tap tap) => (tap, run.Question) switch
    {
        (Tap.Leave, _) => new Outcome.Cancelled(dialog.Words.Left),
        (Tap.Cancel, _) => Go(state with { Pane = CancelPane }, Manner.Turn),
        (Tap.Return, _) => Go(state with { Pane = null }, Manner.Turn),
        (Tap.Again again, _) => Go(Forgotten(state, again.Work), Manner.Turn),
        (Tap.Back, _) when run.Path.Count > 0 => Go(Before(state, run.Path[^1]), Manner.Turn),
        (Tap.Keep, { } question) when run.IsEdited => Go(Onward(state, question.Key), Manner.Turn),
        (Tap.Choose choose, { } question) when question.Pick(choose.Option) is { } reading => Took(state, run, question, reading),
        (Tap.Skip, { Skip: not null } question) => Answered(state, question, null),
        (Tap.Page page, { Review: not null }) => Go(state with { Pane = page.Name.Length == 0 ? null : page.Name }, Manner.Turn),
        (Tap.Edit edit, { Review: { } review }) when review.Path.FirstOrDefault(passed => KeyCode.Of(passed.Question.Key) == edit.KeyCode) is { } passed =>
            Go(state with { Pane = null, Editing = passed.Question.Key, WholePart = false }, Manner.Turn),
        (Tap.EditPart part, { Review: { } review }) when review.Path.FirstOrDefault(passed => passed.Part == part.Part) is { } first =>
            Go(state with { Pane = null, Editing = first.Question.Key, WholePart = true }, Manner.Turn),
        _ => Stale(state, run),
    };

    private Outcome Took(DialogState state, Run run, Question question, Reading reading) => reading switch
    {
        Reading.Fits fits => Answered(state, question, fits.Stored),
        Reading.Wrong wrong => Hint(state, run, wrong.Why),
        _ => throw new InvalidOperationException("A reading of an unknown kind."),
    };

    private Outcome Answered(DialogState state, Question question, string? stored)
    {
        var next = state.With(question.Key, stored) with { Pane = null };
        if (next.Editing == question.Key) next = Onward(next, question.Key);
        var closing = question.Review is null ? DialogTexts.Accepted.With("label", question.Label).With("answer", question.Tell(stored)) : DialogTexts.Confirmed;
        return Go(next, Manner.Next, closing);
    }

    private Outcome Supply(DialogState state, Run run, Input.Supplied supplied)
    {
        if (run.Work is not { Refusal: null } work || work.Key != supplied.Work) return Stale(state, run);
        return Go(state.Without(key => IsResultOf(key, work.Name)).With(work.Key, supplied.Result), Manner.Turn);
    }

    private Outcome Stale(DialogState state, Run run) => Show(state, run, Manner.Stale, note: DialogTexts.Closed);

    private Outcome Hint(DialogState state, Run run, Text why) => Show(state, run, Manner.Hint, hint: why);

    private Outcome Go(DialogState state, Manner manner, Text? closing = null)
    {
        var run = Play(state);
        return run.Look is { } look ? look
            : run.Result is { } result ? new Outcome.Done(result, closing)
            : Show(state, run, manner, closing);
    }

    private Outcome Show(DialogState state, Run run, Manner manner, Text? closing = null, Text? note = null, Text? hint = null)
    {
        var view = state.Pane switch
        {
            CancelPane => Sight.Leaving(state, run, dialog.Words.Ask, dialog.Words),
            HomePane => Sight.Leaving(state, run, dialog.Words.Unfinished, dialog.Words),
            _ => run.Work is { } pending ? Sight.Waiting(state, run, pending) : Sight.Asking(state, run, Steps(state, run)),
        };
        if (hint is not null) view = view with { Body = Text.Lines(DialogTexts.Hint.With("why", hint), DialogTexts.Empty, view.Body) };
        var prompt = new Prompt(run.OpenKey, view, manner) { Closing = closing, Note = note };
        return run.Work is { Refusal: null } work
            ? new Outcome.Needs(state, prompt, new Work(work.Key, $"{state.Id}/{work.Key}/{state.Redo}", work.Job))
            : new Outcome.Asks(state, prompt);
    }

    /// <summary>Where the question stands on the path that is really walked: the rest of it is found by guessing the answers to come.</summary>
    private Steps Steps(DialogState state, Run run)
    {
        if (run.IsEdited)
        {
            var key = run.OpenKey;
            var whole = Play(state with { Editing = null });
            var part = whole.Path.FirstOrDefault(passed => passed.Question.Key == key)?.Part;
            var keys = whole.Path.Where(passed => passed.Part == part).Select(passed => passed.Question.Key).ToList();
            return new Steps(keys.IndexOf(key) + 1, state.WholePart ? keys.Count : 0, FromReview: whole.Question?.Review is not null);
        }
        var done = run.Path.Count(passed => passed.Question.Review is null);
        return new Steps(done + 1, done + Play(state, guessing: true).Guessed, FromReview: false);
    }

    private static bool IsResultOf(string key, string work) => key.StartsWith(work + "#", StringComparison.Ordinal);

    private static DialogState Forgotten(DialogState state, string work) =>
        state.Without(key => IsResultOf(key, work)) with { Redo = state.Redo + 1, Pane = null };

    /// <summary>Back to the question before: its answer is offered again. A review is simply not confirmed any more.</summary>
    private static DialogState Before(DialogState state, Passed last) => last.Question.Review is not null
        ? state.Without(key => key == last.Question.Key) with { Editing = null, WholePart = false, Pane = null }
        : state with { Editing = last.Question.Key, WholePart = false, Pane = null };

    /// <summary>After an edited answer: the next question of its part when the whole part is edited, else wherever the dialog stands.</summary>
    private DialogState Onward(DialogState state, string edited)
    {
        var rest = state with { Editing = null, WholePart = false, Pane = null };
        if (!state.WholePart) return rest;
        var path = Play(rest).Path;
        var at = path.FindIndex(passed => passed.Question.Key == edited);
        return at >= 0 && at + 1 < path.Count && path[at + 1].Part == path[at].Part && path[at + 1].Question.Review is null
            ? state with { Editing = path[at + 1].Question.Key }
            : rest;
    }

    private Run Play(DialogState state, bool guessing = false)
    {
        var run = new Run(state, looks, guessing);
        dialog.Play(run);
        return run;
    }
}
