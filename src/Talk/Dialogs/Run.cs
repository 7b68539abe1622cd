namespace Lavka.Talk;

/// <summary>One run of a dialog over its answers: what was passed, and what it stopped at.</summary>
internal sealed class Run(DialogState state, IReadOnlyDictionary<string, object?> looks, bool guessing)
{
    private readonly HashSet<string> _seen = [];

    public DialogState State => state;

    public IReadOnlyDictionary<string, object?> Looks => looks;

    /// <summary>Prefix of the keys inside the current part, e.g. "from/".</summary>
    public string Scope { get; set; } = "";

    public Text? PartTitle { get; set; }

    public List<Passed> Path { get; } = [];

    /// <summary>What was said since the last answered question.</summary>
    public List<Text> Notes { get; } = [];

    /// <summary>How many questions were passed by guessing.</summary>
    public int Guessed { get; private set; }

    public Question? Question { get; private set; }

    /// <summary>The title of the part that the open question belongs to.</summary>
    public Text? OpenPart { get; private set; }

    public PendingWork? Work { get; private set; }

    public Outcome.Looks? Look { get; private set; }

    public object? Result { get; set; }

    /// <summary>The open question was answered before, and that answer may be kept.</summary>
    public bool IsEdited => Question is { } question && state.Editing == question.Key;

    public string OpenKey => Question?.Key ?? Work!.Key;

    public bool Pass(Question question, out string? stored)
    {
        Meet(question.Key);
        if (state.Editing != question.Key && state.Answers.TryGetValue(question.Key, out stored) && question.Holds(stored))
        {
            Path.Add(new Passed(question, stored, Scope.TrimEnd('/'), PartTitle));
            Notes.Clear();
            return true;
        }
        if (guessing && question.Review is null && question.Guess(out stored))
        {
            Guessed++;
            return true;
        }
        (Question, OpenPart) = (question, PartTitle);
        stored = null;
        return false;
    }

    /// <exception cref="InvalidOperationException">The key stands twice on one path, so one answer would be taken for two.</exception>
    public void Meet(string key)
    {
        if (!_seen.Add(key)) throw new InvalidOperationException($"The key \"{key}\" stands twice on one path of the dialog \"{state.Dialog}\".");
    }

    public void Stop(PendingWork work) => Work = work;

    public void Stop(Outcome.Looks look) => Look = look;
}
