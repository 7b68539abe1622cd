namespace Lavka.Talk;

/// <summary>One step of a dialog: replays it, applies the input to what is open, replays it with what changed.</summary>
internal sealed class Stepper(Dialog dialog, IReadOnlyDictionary<string, object?> looks)
{
    private const string CancelPane = "cancel";
    private const string HomePane = "home";

    private readonly Walk _walk = new(dialog, looks);

    public Outcome Step(DialogState state, Input input)
    {
        // A pane of another release stands in front of nothing.
        if (state.Pane is not (null or CancelPane or HomePane)) state = state with { Pane = null };
        var run = _walk.Play(state);
        var outcome = _walk.Look ?? (run.Result is { } result ? new Outcome.Done(result, null) : Moved(state, run, input));
        return (_walk.Look ?? outcome) with { Erases = run.Question is { IsSecret: true } && input is Input.Wrote or Input.Sent };
    }

    public Outcome? Awaited(DialogState state)
    {
        var run = _walk.Play(state);
        return _walk.Look ?? (run.Work is { Refusal: null } work ? Show(state with { Awaits = work.Key }, run, Manner.Fresh) : null);
    }

    private Outcome Moved(DialogState state, Run run, Input input) => input switch
    {
        Input.Open => Show(state, run, Manner.Fresh),
        Input.Interrupted => Go(state with { Pane = HomePane }, Manner.Fresh),
        Input.Supplied supplied => Supply(state, run, supplied),
        Input.Wrote or Input.Sent or Input.Contact or Input.Place or Input.Tapped { AtCode: null, Tap: Tap.Skip } when IsUnseen(state, run) =>
            Show(state, run, Manner.Fresh, above: DialogTexts.Hint.With("why", DialogTexts.AskedAnew)),
        Input.Wrote wrote => Wrote(state, run, wrote.Text),
        Input.Sent { Album: { } album } sent => Together(state, run, sent, album),
        Input.Sent or Input.Contact or Input.Place => Handed(state, run, input, Manner.Fresh),
        Input.Expired => new Outcome.Expired(dialog.Words.Expired),
        Input.Reminded => Show(state, run, Manner.Fresh, above: dialog.Words.Reminder),
        Input.Tapped { AtCode: { } at } when at != KeyCode.Of(run.OpenKey) => Stale(state, run),
        Input.Tapped tapped => Tapped(state, run, tapped.Tap) ?? (tapped.AtCode is null ? Hint(state, run, Expected(state, run)) : Stale(state, run)),
        _ => throw new InvalidOperationException($"An input of an unknown kind: {input}."),
    };

    private Outcome Wrote(DialogState state, Run run, string text)
    {
        if (run.Question is not { } question || !IsHeard(state, run)) return Hint(state, run, Expected(state, run));
        if (question.Skip is { } skip && Spelling.Same(text, skip)) return Answered(state, question, null);
        if (question.Wish is not null && Sight.Spoken(state, run, _walk.Steps(state, run), text) is { } tap && Tapped(state, run, tap) is { } moved) return moved;
        var reading = question.Read(text, run.Draft);
        var offer = reading is not Reading.Drafts && question.Mended(text) is { } mended ? new Offer(question.Key, mended) : null;
        if (offer == state.Offered) return Took(state, run, question, reading, Manner.Fresh);
        var offering = state with { Offered = offer };
        return Took(offering, _walk.Play(offering), question, reading, Manner.Fresh);
    }

    private Outcome Handed(DialogState state, Run run, Input input, Manner manner) =>
        run.Question is { } question && IsHeard(state, run) && question.Heard(input, run.Draft) is { } reading
            ? Took(state, run, question, reading, manner)
            : Hint(state, run, Expected(state, run));

    /// <summary>
    /// What was sent together comes one by one. The first is answered; of the rest one and the same message tells, and what does not fit, or comes when its question
    /// is answered already, is passed over: ten pictures must not be met with ten messages.
    /// </summary>
    private Outcome Together(DialogState state, Run run, Input.Sent sent, string album)
    {
        if (state.Album != album) return Handed(state with { Album = album, AlbumAt = run.OpenKey }, run, sent, Manner.Fresh);
        var outcome = state.AlbumAt == run.OpenKey ? Handed(state, run, sent, Manner.More) : null;
        return outcome is null or Outcome.Asks { Prompt.Manner: Manner.Hint } or Outcome.Needs { Prompt.Manner: Manner.Hint } ? Show(state, run, Manner.Stale) : outcome;
    }

    /// <summary>The person saw another question last: a deploy has put this one before it, or what it depends on has changed (shipping:A12).</summary>
    private static bool IsUnseen(DialogState state, Run run) => state.Asked is { } asked && run.Question is { } question && IsHeard(state, run) && !question.Is(asked);

    /// <summary>Nothing stands in front of the question.</summary>
    private static bool IsHeard(DialogState state, Run run) => state.Pane is null && (run.Question?.Review is null || state.Page is null);

    /// <summary>Null when the move is not offered here: a button of something that was left already, or a command out of place.</summary>
    private Outcome? Tapped(DialogState state, Run run, Tap tap) => (tap, run.Question) switch
    {
        (Tap.Cancel, _) => Go(state with { Pane = CancelPane }, Manner.Turn),
        (Tap.Leave, _) when state.Pane is not null => new Outcome.Cancelled(dialog.Words.Left),
        (Tap.Return, _) when state.Pane is not null => Go(state with { Pane = null }, Manner.Turn),
        (Tap.Again again, _) when Offered(run, again) is { } work => Go(Forgotten(state, work), Manner.Turn),
        (Tap.Back, _) when _walk.Before(state, run) is { } before => Go(before, Manner.Turn),
        (Tap.Keep, { } question) when run.HasOld(out _) => Go(_walk.Onward(state, question.Key), Manner.Turn),
        (Tap.Choose choose, { } question) when question.Pick(choose.Option, run.Draft) is { } reading => Took(state, run, question, reading, Manner.Turn),
        (Tap.Accept accept, { } question) when run.Offered is { } offer && KeyCode.Of(offer) == accept.OfferCode => Took(state, run, question, new Reading.Fits(offer), Manner.Turn),
        (Tap.Skip, { Skip: not null } question) => Answered(state, question, null),
        (Tap.Take, { Usual: { } usual } question) when question.Holds(usual) => Took(state, run, question, new Reading.Fits(usual), Manner.Turn),
        (Tap.Open open, { } question) when question.Opens.Find(other => TapCode.Means(open.Dialog, other.Dialog)) is { Dialog: { } name } other =>
            new Outcome.Opens(state, name, other.Answers()),
        (Tap.Page { Name: "" }, { Review: not null }) => Go(state with { Pane = null, Page = null }, Manner.Turn),
        (Tap.Page page, { Review: { } review }) when review.Pages.FirstOrDefault(name => TapCode.Means(page.Name, name)) is { } name =>
            Go(state with { Pane = null, Page = name }, Manner.Turn),
        (Tap.Edit edit, { Review: { } review }) when review.Path.FirstOrDefault(passed => KeyCode.Of(passed.Question.Key) == edit.KeyCode) is { } passed =>
            Go(state.Ahead with { Editing = passed.Question.Key }, Manner.Turn),
        (Tap.EditPart part, { Review: { } review }) when review.Path.FirstOrDefault(passed => TapCode.Means(part.Part, passed.Section.Name)) is { } first =>
            Go(state.Ahead with { Editing = first.Question.Key, WholePart = true }, Manner.Turn),
        _ => null,
    };

    private Outcome Took(DialogState state, Run run, Question question, Reading reading, Manner manner) => reading switch
    {
        Reading.Fits fits => Checked(state, run, question, fits.Stored) ?? Answered(state, question, fits.Stored),
        Reading.Drafts drafts => Go(state with { Pane = null, Drafted = question.Key, Draft = drafts.Draft }, manner, above: drafts.Why),
        Reading.Wrong wrong => Hint(state, run, wrong.Why),
        Reading.Refuses refused => Show(state, run, Manner.Stale, note: refused.Note),
        _ => throw new InvalidOperationException("A reading of an unknown kind."),
    };

    /// <summary>The checks of the moment, one after the other; null when none of them objects.</summary>
    private Outcome? Checked(DialogState state, Run run, Question question, string stored)
    {
        foreach (var (name, fault) in question.Now)
        {
            var key = $"now:{question.Key}:{name}";
            if (!looks.TryGetValue(key, out var why)) return new Outcome.Looks(key, async ct => await fault(stored, ct));
            if (why is Text hint) return Hint(state, run, hint);
        }
        return null;
    }

    private Outcome Answered(DialogState state, Question question, string? stored)
    {
        var next = state.Answered(question, stored);
        if (question.Is(next.Editing)) next = _walk.Onward(next, question.Key);
        var closing = question.Review is null
            ? DialogTexts.Accepted.With("label", question.Label).With("answer", question.Tell(stored).Shortened(Sight.LongestAnswer))
            : DialogTexts.Confirmed;
        return Go(next, Manner.Next, closing);
    }

    private Outcome Supply(DialogState state, Run run, Input.Supplied supplied)
    {
        if (run.Work is not { Refusal: null } work || work.KeyIn(state) != supplied.WorkKey) return Stale(state, run);
        return Go(state.Without(key => IsResultOf(key, work.Name)).With(work.Key, supplied.Result), Manner.Turn);
    }

    private Outcome Stale(DialogState state, Run run) => Show(state, run, Manner.Stale, note: DialogTexts.Closed);

    private Outcome Hint(DialogState state, Run run, Text why) => Show(state, run, Manner.Hint, above: DialogTexts.Hint.With("why", why), hint: why);

    private Outcome Go(DialogState state, Manner manner, Text? closing = null, Text? above = null)
    {
        var run = _walk.Foresee(state);
        return _walk.Look ?? (run.Result is { } result ? new Outcome.Done(result, closing) : Show(state, run, manner, closing, above: above is null ? null : DialogTexts.Hint.With("why", above)));
    }

    private Outcome Show(DialogState state, Run run, Manner manner, Text? closing = null, Text? note = null, Text? above = null, Text? hint = null)
    {
        state = state.Awaiting(run.Work is { Refusal: null } awaited ? awaited.Key : null);
        if (manner is not Manner.Stale) state = state with { Asked = run.OpenKey };
        var view = state.Pane switch
        {
            CancelPane => Sight.Leaving(state, run, dialog.Words.Ask, dialog.Words),
            HomePane => Sight.Leaving(state, run, dialog.Words.Unfinished, dialog.Words),
            _ => run.Work is { } pending ? Sight.Waiting(state, run, pending) : Sight.Asking(state, run, _walk.Steps(state, run)),
        };
        if (above is not null) view = view with { Body = Text.Lines(above, Text.Empty, view.Body) };
        var prompt = new Prompt(run.OpenKey, view, manner) { Closing = closing, Note = note, Hint = hint };
        return run.Work is { Refusal: null } work
            ? new Outcome.Needs(state, prompt, new Work(work.Key, work.KeyIn(state), work.Job))
            : new Outcome.Asks(state, prompt);
    }

    private static bool IsResultOf(string key, string work) => key.StartsWith(work + "#", StringComparison.Ordinal);

    private static DialogState Forgotten(DialogState state, string work) =>
        state.Without(key => IsResultOf(key, work)) with { Redo = state.Redo + 1, Pane = null };

    /// <summary>The work that may be done anew from here: one that was refused, or one that the open question offers to redo.</summary>
    private static string? Offered(Run run, Tap.Again again)
    {
        IEnumerable<string> works = run.Work is { Refusal: not null } refused ? [refused.Name] : run.Question?.Again.Select(offer => offer.Work) ?? [];
        return works.FirstOrDefault(work => TapCode.Means(again.Work, work));
    }

    /// <summary>What is hinted at when something came that fits nowhere.</summary>
    private static Text Expected(DialogState state, Run run) =>
        state.Pane is not null ? DialogTexts.ChooseButton
        : run.Question is { } question ? question.WrongKind
        : run.Work is { Refusal: null } ? DialogTexts.StillWorking
        : DialogTexts.ChooseButton;
}
