using System.Globalization;

namespace Lavka.Talk;

/// <summary>
/// A question to a person, to be awaited in a dialog. Its value is there at once when the stored answer still passes every rule; otherwise the run stops here.
/// Rules are cheap and pure: they are applied to stored answers on every turn.
/// </summary>
public sealed class Ask<T>
{
    private readonly Run _run;
    private readonly Func<string?, T> _value;
    private readonly Func<T, string?> _stored;

    internal Ask(Run run, Question question, Func<string?, T> value, Func<T, string?> stored) => (_run, Question, _value, _stored) = (run, question, value, stored);

    internal Question Question { get; }

    /// <summary>The short name of the answer, for the review and for the closed question.</summary>
    public Ask<T> Label(Text label) => Set(Question.Label = label);

    /// <summary>A sample of a good answer, shown with the question and in the empty input.</summary>
    /// <param name="sample">What is shown.</param>
    /// <param name="others">Good answers that lead elsewhere in the dialog: the explorer walks there too.</param>
    public Ask<T> Sample(string sample, params IReadOnlyList<string> others) => Set((Question.Sample, Question.OtherSamples) = (sample, others));

    /// <summary>A sentence below the question.</summary>
    public Ask<T> Help(Text help) => Set(Question.Help = help);

    /// <summary>Brings what was typed into its usual form before it is read, e.g. upper case. Applying it twice changes nothing more.</summary>
    public Ask<T> Tidy(Func<string, string> tidy) => Set(Question.Tidy = typed => tidy(typed.Trim()));

    /// <summary>A rule with one hint.</summary>
    public Ask<T> Check(Func<T, bool> fits, Text why) => Check(value => fits(value) ? null : why);

    /// <summary>A rule that says itself what is wrong, or null.</summary>
    public Ask<T> Check(Func<T, Text?> fault) => Set(() => Question.Rule(stored => fault(_value(stored))));

    /// <summary>
    /// A check of the moment: asked once for what the person answers now, within the turn, never for stored answers. It may read the store ("is this name free?") and
    /// says what is wrong, or null. It comes after the rules. What it found may be otherwise a second later: what must hold is checked again where it is acted upon.
    /// </summary>
    public Ask<T> CheckNow(Func<T, CancellationToken, Task<Text?>> fault) => CheckNow(null, fault);

    /// <inheritdoc cref="CheckNow(Func{T, CancellationToken, Task{Text}})"/>
    /// <param name="key">Tells it from the other checks of this question; null for its number.</param>
    /// <param name="fault">What is wrong, or null.</param>
    public Ask<T> CheckNow(string? key, Func<T, CancellationToken, Task<Text?>> fault) =>
        Set(() => Question.Now.Add((key ?? Question.Now.Count.ToString(CultureInfo.InvariantCulture), (stored, ct) => fault(_value(stored), ct))));

    /// <summary>
    /// The question had another key in an earlier version of the dialog: an answer under it counts, as long as there is none under the new one.
    /// The key is that of the same part; one that begins with "/" is counted from outside of all parts.
    /// </summary>
    public Ask<T> Was(string oldKey) => Set(() => Question.Was.Add(oldKey.StartsWith('/') ? oldKey[1..] : _run.Scope + oldKey));

    /// <summary>A button that answers with this value; a value that does not fit, or is none of the options, is not offered.</summary>
    public Ask<T> Default(T value) => Set(Question.Usual = _stored(value));

    /// <summary>
    /// What might have been meant by an answer that does not fit: offered below the hint as a button that makes it the answer. Null offers nothing, and so does
    /// anything that breaks a rule itself.
    /// </summary>
    public Ask<T> Suggest(Func<string, string?> meant) => Set(Question.Meant = meant);

    /// <summary>How an answer is shown to people, e.g. with its unit.</summary>
    public Ask<T> Shown(Func<T, Text> shown) => Set(Question.Shown = stored => shown(_value(stored)));

    /// <summary>A button that has an earlier work (<see cref="Dialog{T}.Once{TResult}"/>) of the same part done anew: fresh prices, for example.</summary>
    public Ask<T> Again(string work, Text label) => Set(() => Question.Again.Add((label, _run.Scope + work)));

    /// <summary>
    /// A button that opens another dialog of the shop on top of this one, with answers that are given already: "save this address". They are asked for when it is pressed. When that
    /// one has ended, whichever way, the person is back at this question and has lost nothing. On top of a dialog that stands on another one the button says that this one has to be finished first.
    /// </summary>
    public Ask<T> Opens(Text label, string dialog, Func<IReadOnlyDictionary<string, string?>> answers) => Set(() => Question.Opens.Add((label, dialog, answers)));

    internal Ask<TOther> As<TOther>(Func<string?, TOther> value, Func<TOther, string?> stored) => new(_run, Question, value, stored);

    internal string? StoredOf(T value) => _stored(value);

    internal T ValueOf(string? stored) => _value(stored);

    /// <summary>Takes what was just assigned: settings are made at every question of every run, so they make no closures.</summary>
    private Ask<T> Set(object? _) => this;

    private Ask<T> Set(Action change)
    {
        change();
        return this;
    }

    public Awaiter GetAwaiter() => _run.Pass(Question, out var stored) ? new Awaiter(true, _value(stored)) : new Awaiter(false, default!);

    public readonly struct Awaiter : IDialogAwaiter
    {
        private readonly T _result;

        internal Awaiter(bool answered, T result) => (IsCompleted, _result) = (answered, result);

        public bool IsCompleted { get; }

        public T GetResult() => _result;

        public void OnCompleted(Action continuation)
        {
        }

        public void UnsafeOnCompleted(Action continuation)
        {
        }
    }
}
