namespace Lavka.Talk;

/// <summary>
/// One run of a dialog over its answers: what was passed, and what it stopped at. A guessing run goes on with plausible answers where there are none,
/// to see the way ahead.
/// </summary>
internal sealed class Run(DialogState state, IReadOnlyDictionary<string, object?> looks, bool guessing)
{
    private readonly HashSet<string> _seen = [];
    private Run? _halted;
    private Run? _ahead;

    public DialogState State => state;

    public IReadOnlyDictionary<string, object?> Looks => looks;

    /// <summary>Prefix of the keys inside the current part, e.g. "from/".</summary>
    public string Scope { get; set; } = "";

    public Section Section { get; set; } = new("", null);

    public List<Passed> Path { get; } = [];

    /// <summary>Places on the path behind which nothing could be foreseen: a review, a work, a look. Steps are counted between them.</summary>
    public List<int> Legs { get; } = [];

    /// <summary>The run as it stood when it came to its first guess; this very one when it had to guess nothing.</summary>
    public Run Sure => _halted ?? this;

    /// <summary>The run that went on guessing from where this one stopped; null when none was made.</summary>
    public Run? Ahead => guessing ? this : _ahead;

    /// <summary>What was said since the last answered question.</summary>
    public List<Text> Notes { get; } = [];

    /// <summary>The open question; null when the run stopped at something else.</summary>
    public Passed? Open { get; private set; }

    public Question? Question => Open?.Question;

    public PendingWork? Work { get; private set; }

    public Outcome.Looks? Look { get; private set; }

    public object? Result { get; set; }

    /// <summary>The path and the open question at its end.</summary>
    public IReadOnlyList<Passed> Walked => Open is null ? Path : [.. Path, Open];

    /// <summary>The open question was answered before and is asked again.</summary>
    public bool IsEdited => Question is { } question && question.Is(state.Editing);

    /// <summary>What is there so far of the open question's answer.</summary>
    public string? Draft => Question is not { Board: { } board } question ? null
        : question.Is(state.Drafted) ? state.Draft
        : Stored(question, out var stored) && stored is not null ? board.Begin(stored) : null;

    /// <summary>The answer of the open question that may be kept as it is.</summary>
    public bool HasOld(out string? old)
    {
        old = null;
        return IsEdited && Stored(Question!, out old) && Question!.Holds(old);
    }

    /// <summary>What the open question offers instead of an answer that did not fit.</summary>
    public string? Offered => Question is { } question && state.Offered is { } offer && offer.Question == question.Key && question.Holds(offer.Answer)
        ? offer.Answer
        : null;

    public string OpenKey => Question?.Key ?? Work!.Key;

    public bool Pass(Question question, out string? stored)
    {
        Meet(question.Key);
        foreach (var was in question.Was) Meet(was);
        var isAnswered = Stored(question, out stored) && !question.Is(state.Editing) && question.Holds(stored);
        if (isAnswered || (guessing && question.Review is null && question.Guess(out stored)))
        {
            if (!isAnswered) _halted ??= HaltedAt(question);
            Path.Add(new Passed(question, stored, Section));
            if (question.Review is not null) EndLeg();
            Notes.Clear();
            return true;
        }
        Open = new Passed(question, null, Section);
        return false;
    }

    private bool Stored(Question question, out string? stored)
    {
        if (state.Answers.TryGetValue(question.Key, out stored)) return true;
        foreach (var was in question.Was)
            if (state.Answers.TryGetValue(was, out stored)) return true;
        return false;
    }

    private Run HaltedAt(Question question)
    {
        var halted = new Run(state, looks, guessing: false) { _ahead = this, Open = new Passed(question, null, Section) };
        halted.Path.AddRange(Path);
        halted.Legs.AddRange(Legs);
        halted.Notes.AddRange(Notes);
        return halted;
    }

    public void EndLeg() => Legs.Add(Path.Count);

    /// <exception cref="InvalidOperationException">The key stands twice on one path, so one answer would be taken for two.</exception>
    public void Meet(string key)
    {
        if (!_seen.Add(key)) throw new InvalidOperationException($"The key \"{key}\" stands twice on one path of the dialog \"{state.Dialog}\".");
    }

    public void Stop(PendingWork work) => Work = work;

    public void Stop(Outcome.Looks look) => Look = look;
}
