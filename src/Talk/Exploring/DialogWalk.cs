namespace Lavka.Talk;

/// <summary>Walks one dialog breadth first.</summary>
internal sealed class DialogWalk(Tour.SampleDialog sample)
{
    private const int MostScenes = 1500;
    private const int MostAlike = 5;
    private const string Sent = "sticker";

    /// <summary>Answers that hardly any question takes, to hear what it says then.</summary>
    private static readonly string[] Odd = ["?", "я", "1", "0", "-5", "1000000", new('x', 300), "👍"];

    private readonly Probe _probe = new(sample.Create);
    private readonly Dictionary<string, Moment> _moments = [];
    private readonly Dictionary<string, int> _named = [];
    private readonly Queue<Moment> _open = [];
    private readonly List<Passage> _ways = [];
    private readonly List<Term> _terms = [];
    private readonly List<string> _order = [];
    private readonly List<string> _doubts = [];
    private readonly Dictionary<string, (Text Label, Text? Part)> _labels = [];
    private readonly HashSet<string> _reviewed = [];
    private readonly HashSet<string> _opened = [];
    private Foresight _foresight = null!;

    private string Name { get; } = sample.Create().Name;

    public async Task<DialogMap> Explore(CancellationToken ct)
    {
        _foresight = new Foresight(_probe);
        var state = DialogState.Open(Name, "d1", sample.Answers);
        await Arrive(null, Text.Empty, await _probe.Step(state, new Input.Open(), ct), ct);
        if (sample.Create().Remind is not null) await Arrive(null, Text.Empty, await _probe.Step(state, new Input.Reminded(), ct), ct);
        while (_moments.Count < MostScenes && _open.TryDequeue(out var moment)) await Act(moment, ct);
        if (_open.Count > 0) _doubts.Add($"The walk stopped after {MostScenes} scenes; what lies behind them was not seen.");
        foreach (var (key, hint) in _foresight.Refused) _doubts.Add($"The sample of \"{key}\" is refused by its own question: {hint}");
        var closed = Closed();
        return new DialogMap(Name, sample.When, [.. _moments.Values.Select(moment => Told(moment, closed))], [.. _ways.Distinct()], Merged(), _doubts)
            { Labels = _labels, Opens = [.. _opened] };
    }

    private async Task Act(Moment moment, CancellationToken ct)
    {
        var (state, run) = (moment.State, moment.Run);
        foreach (var button in Buttons(moment))
        {
            if (button.Press is not Press.Move { Data: var data } || TapCode.Read(data) is not { } move) continue;
            await Try(moment, button.Label, new Input.Tapped(move.AtCode, move.Tap), ct, move.Tap is Tap.Choose or Tap.Skip);
        }
        if (moment.View.Rows.Count == 0)
        {
            await Try(moment, DialogTexts.Back, new Input.Tapped(null, new Tap.Back()), ct);
            await Try(moment, DialogTexts.Cancel, new Input.Tapped(null, new Tap.Cancel()), ct);
        }
        if (state.Pane is null && run.Question is { Review: null } question)
        {
            foreach (var typed in question.OtherSamples
                .Prepend(question.Sample).OfType<string>()) await Try(moment, Text.Literal(typed), new Input.Wrote(typed), ct, isAnswer: true);
            var isKnown = question.Guess(out var plausible) && plausible is not null;
            if (isKnown && (question.Sample is null || question.Board is not null) && question.Options.Count == 0 && moment.Kind is SceneKind.Asked
                && question.Holds(plausible))
                await Arrive(moment, question.Tell(plausible), await _probe.Step(state.Answered(question, plausible), new Input.Open(), ct), ct,
                    isAnswer: true);
            if (!isKnown) _doubts.Add($"\"{question.Key}\" has no sample: nobody can walk on from it, and the steps before it are not counted.");
        }
        if (moment.Work is { } work) await Finish(moment, work, ct);
        await Try(moment, Text.Literal("/start"), new Input.Interrupted(), ct);
        await Refuse(moment, ct);
        if (moment.Kind is SceneKind.Asked) await Weigh(moment, ct);
    }

    private async Task Finish(Moment moment, Work work, CancellationToken ct)
    {
        await Try(moment, Text.Empty, new Input.Supplied(work.Key, await work.Run(work.Key, ct)), ct, isAnswer: true);
        foreach (var (_, why) in sample.Refusals.Where(refusal => moment.Run.Work!.Name == refusal.Work))
            await Try(moment, why, new Input.Supplied(work.Key, Work.Failure(why)), ct, isAnswer: true);
    }

    private async Task Try(Moment from, Text label, Input input, CancellationToken ct, bool isAnswer = false) =>
        await Arrive(from, label, await _probe.Step(from.State, input, ct), ct, isAnswer && from.Kind is not SceneKind.AskedAgain and not SceneKind.Leaving);

    private async Task Arrive(Moment? from, Text label, Outcome outcome, CancellationToken ct, bool isAnswer = false)
    {
        var to = outcome switch
        {
            Outcome.Asks { Prompt: { Manner: Manner.Stale, Note: { } note } } => Noted(from, label, note),
            Outcome.Asks { Prompt.Manner: Manner.Stale or Manner.Hint } => null,
            Outcome.Asks asks => await At(asks.State, asks.Prompt, null, ct),
            Outcome.Needs { Prompt.Manner: Manner.Stale or Manner.Hint } => null,
            Outcome.Needs needs => await At(needs.State, needs.Prompt, needs.Work, ct),
            Outcome.Opens opens => Opened(opens.Dialog),
            Outcome.Done => Passage.End,
            Outcome.Cancelled or Outcome.Expired => Passage.Left,
            _ => throw new InvalidOperationException($"An outcome of an unknown kind: {outcome}."),
        };
        if (from is not null && to is not null) _ways.Add(new Passage(from.Id, label, to, isAnswer));
        else if (to is Passage.End) _doubts.Add("The dialog asks nothing: it ends when it is opened.");
    }

    /// <summary>What comes of it is that dialog's own; from there the person is back here.</summary>
    private string? Opened(string dialog)
    {
        _opened.Add(dialog);
        return null;
    }

    /// <summary>A button that is there and may not be pressed now says why.</summary>
    private static string? Noted(Moment? from, Text label, Text note)
    {
        if (note != DialogTexts.Closed) from?.Heard($"[{label}]", note);
        return null;
    }

    /// <summary>Of the days of a month and of many things to tick a few are enough.</summary>
    private static IEnumerable<Button> Buttons(Moment moment)
    {
        var buttons = moment.View.Rows.SelectMany(row => row);
        return moment.Run.Question?.Board is null || moment.State.Pane is not null ? buttons : buttons.GroupBy(button => button.Label.Shape)
            .SelectMany(alike => alike.Take(MostAlike));
    }

    /// <summary>The scene of this moment, which is walked on from when it is a new one.</summary>
    private async Task<string> At(DialogState state, Prompt prompt, Work? work, CancellationToken ct)
    {
        var run = await _probe.Play(state, ct);
        var review = run.Question?.Review;
        var shape = review is null || state.Pane is not null || state.Page is not null ? Foresight.ShapeOf(prompt.View) : string.Join(' ', review.Path
            .Select(passed => passed.Question.Key));
        var key = run.Work?.Name ?? prompt.Key;
        // An answer that is given again leads back to where the person was: only what he sees tells those moments apart.
        var ahead = run.IsEdited || state.Pane is not null ? 0 : (await _foresight.Ahead(state, ct)).Way;
        var place = state.Pane is not null ? "leave|" + shape : $"{key}|{state.Page}|{run.IsEdited}|{shape}|{ahead}";
        if (_moments.TryGetValue(place, out var known)) return known.Id;
        var kind = KindOf(state, run);
        var moment = new Moment(Named(key, kind), kind, state, run, prompt.View, work);
        _moments.Add(place, moment);
        Note(run, kind);
        // A review of other answers leads to nothing new unless it lists a question that no review before it did.
        var isNews = review is null || state.Pane is not null || state.Page is not null || review.Path.Any(passed => !_reviewed.Contains(passed.Question.Key));
        if (review is not null) _reviewed.UnionWith(review.Path.Select(passed => passed.Question.Key));
        if (isNews || moment.View.Rows.Count == 0) _open.Enqueue(moment);
        else _ways.Add(new Passage(moment.Id, review!.Confirm, Passage.End, IsAnswer: false));
        return moment.Id;
    }

    private void Note(Run run, SceneKind kind)
    {
        Order(run);
        foreach (var (question, _, section) in run.Walked) _labels.TryAdd(question.Key, (question.Label, section.Title));
        if (run.Work is { } work) _labels.TryAdd(work.Name, (work.Waiting, run.Section.Title));
        if (kind is not (SceneKind.Asked or SceneKind.Review) || run.Question is not { } open) return;
        var isFixed = open.HasFixedOptions || run.Legs.Count == 0;
        _terms.Add(new Term(Name, open.Key, open.Kind, isFixed && open.Review is null ? [.. open.Options.Select(option => option.Key)]
            : [], open.Skip is not null) { Was = [.. open.Was] });
    }

    /// <summary>Keys in the order in which they are asked, those of one branch before those of the next.</summary>
    private void Order(Run run)
    {
        var at = -1;
        foreach (var (question, _, _) in run.Walked)
        {
            var known = _order.IndexOf(question.Key);
            if (known < 0) _order.Insert(known = at + 1, question.Key);
            at = known;
        }
    }

    private async Task Refuse(Moment moment, CancellationToken ct)
    {
        var inputs = moment.Kind is SceneKind.Asked ? Odd.Select(typed => ((string Said, Input Input))(typed, new Input.Wrote(typed))) : [];
        foreach (var (said, input) in inputs.Prepend((Sent, new Input.Sent(Sent))))
        {
            var outcome = await _probe.Step(moment.State, input, ct);
            if ((outcome as Outcome.Asks)?.Prompt is { Manner: Manner.Hint, Hint: { } hint }) moment.Heard(said, hint);
            if ((outcome as Outcome.Needs)?.Prompt is { Manner: Manner.Hint, Hint: { } wait }) moment.Heard(said, wait);
        }
    }

    /// <summary>Options that lead the same way to the same result might as well not be there.</summary>
    private async Task Weigh(Moment moment, CancellationToken ct)
    {
        if (moment.Run.Question is not { Options: [_, _, ..] options } question) return;
        List<(string Key, (int, object?) Leads)> led = [];
        foreach (var option in options)
        {
            var next = await _probe.Step(moment.State, new Input.Tapped(KeyCode.Of(question.Key), new Tap.Choose(option.Key)), ct);
            if (next is Outcome.Done done) led.Add((option.Key, (0, done.Result)));
            else if (State(next) is { } state) led.Add((option.Key, await _foresight.Ahead(state, ct)));
        }
        foreach (var same in led.Where(option => option.Leads.Item2 is not null).GroupBy(option => option.Leads).Where(group => group.Count() > 1))
            moment.Doubts.Add($"It makes no difference which is chosen: {string.Join(", ", same.Select(option => option.Key))}.");
    }

    private static DialogState? State(Outcome outcome) => outcome switch { Outcome.Asks asks => asks.State, Outcome.Needs needs => needs.State, _ => null };

    private static SceneKind KindOf(DialogState state, Run run) =>
        state.Pane is not null ? SceneKind.Leaving
        : run.Work is { } work ? work.Refusal is null ? SceneKind.Working : SceneKind.Refused
        : run.Question!.Review is not null ? SceneKind.Review
        : run.IsEdited ? SceneKind.AskedAgain : SceneKind.Asked;

    private string Named(string key, SceneKind kind)
    {
        var name = $"{Name}{(sample.When.Length > 0 ? "-" + string.Concat(sample.When.Select(c => char.IsLetterOrDigit(c) ? c : '-')) : "")}/{key}"
            + (kind is SceneKind.Asked ? "" : "/" + kind.ToString().ToLowerInvariant());
        _named[name] = _named.GetValueOrDefault(name) + 1;
        return _named[name] == 1 ? name : $"{name}/{_named[name]}";
    }

    /// <summary>The scenes from which no way leads to an end.</summary>
    private HashSet<string> Closed()
    {
        var back = _ways.ToLookup(way => way.To, way => way.From);
        var open = new HashSet<string>();
        var next = new Queue<string>([Passage.End, Passage.Left]);
        while (next.TryDequeue(out var at))
            foreach (var before in back[at]) if (open.Add(before)) next.Enqueue(before);
        return [.. _moments.Values.Select(moment => moment.Id).Where(id => !open.Contains(id))];
    }

    private static Scene Told(Moment moment, HashSet<string> closed) => new(moment.Id, moment.Run.Work is { } work ? work.Name
        : moment.Run.OpenKey, moment.Kind, moment.When, [moment.View])
    {
        Hints = moment.Hints,
        Doubts = [.. moment.Doubts, .. Limits.Of(moment.View), .. closed.Contains(moment.Id)
            ? ["A dead end: no way leads from here to the end, not even cancelling."] : (string[])[]],
    };

    private List<Term> Merged() =>
        [.. _terms.OrderBy(term => _order.IndexOf(term.Key)).GroupBy(term => term.Key).Select(same => same.First() with
        {
            Options = [.. same.SelectMany(term => term.Options).Distinct()],
            IsOptional = same.Any(term => term.IsOptional),
        })];

    private sealed record Moment(string Id, SceneKind Kind, DialogState State, Run Run, View View, Work? Work)
    {
        public List<(string, Text)> Hints { get; } = [];

        public List<string> Doubts { get; } = [];

        public string When => State.WholePart ? "the whole section anew" : State.Page is { } page ? "page " + page : "";

        public void Heard(string said, Text hint)
        {
            if (Hints.TrueForAll(heard => heard.Item2.Plain(Language.En) != hint.Plain(Language.En))) Hints.Add((said.Length > 40 ? said[..10] + "…"
                : said, hint));
        }
    }
}
