namespace Lavka.Talk;

/// <summary>
/// A conversation of questions. <see cref="Step"/> is the whole engine: a pure function of the stored state and one input, without clock, store or network.
/// The same state and input always lead to the same outcome, so a step may be repeated after a crash.
/// </summary>
public abstract class Dialog
{
    private static readonly Dictionary<string, object?> NoLooks = [];

    /// <summary>The name under which open dialogs are stored; it never changes, whatever the class is called.</summary>
    public abstract string Name { get; }

    /// <summary>How long after the last thing that the person did the dialog ends by itself (<see cref="Input.Expired"/>); null for never.</summary>
    public virtual TimeSpan? Expires => null;

    /// <summary>How long after the last thing that the person did he is reminded of the open question, once (<see cref="Input.Reminded"/>); null for never.</summary>
    public virtual TimeSpan? Remind => null;

    protected internal virtual CancelWords Words => DialogTexts.CancelWords;

    /// <summary>Takes one input and says what follows. The given state is never changed.</summary>
    /// <param name="state">The stored state of this dialog.</param>
    /// <param name="input">What reached the dialog.</param>
    /// <param name="looks">The values of earlier <see cref="Outcome.Looks"/> of this very step.</param>
    /// <exception cref="InvalidOperationException">The dialog's author made a mistake, such as asking one key twice.</exception>
    public Outcome Step(DialogState state, Input input, IReadOnlyDictionary<string, object?>? looks = null) =>
        new Stepper(this, looks ?? NoLooks).Step(state, input);

    /// <summary>The work that an open dialog waits for, or the look it needs first; null when it waits for a person.</summary>
    public Outcome? Awaited(DialogState state, IReadOnlyDictionary<string, object?>? looks = null) =>
        new Stepper(this, looks ?? NoLooks).Awaited(state);

    /// <summary>Asks the method anew with the run's answers.</summary>
    internal abstract void Play(Run run);
}
