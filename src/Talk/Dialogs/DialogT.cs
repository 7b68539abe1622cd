using System.Text.Json.Serialization.Metadata;

namespace Lavka.Talk;

/// <summary>
/// A conversation that ends with a <typeparamref name="T"/>. Its author writes one method, <see cref="Talk"/>: which questions, in which order, under which
/// condition. <b>Talk is asked again every turn; keep it a question</b>: what stands between questions must be cheap and only read.
/// An instance serves one chat at a time.
/// </summary>
public abstract partial class Dialog<T> : Dialog where T : notnull
{
    private const int LongestText = 1024;

    /// <summary>What a messenger takes as one message; with the author's own limit, which counts visible characters, it is the last one.</summary>
    private const int LongestWritten = 4096;

    private Run _run = null!;

    private static Text TooLong => DialogTexts.WrongLength.With("least", 1).With("most", LongestText);

    protected abstract Flow<T> Talk();

    /// <summary>
    /// Any text of at least one visible character; blanks around it are dropped. Without a <see cref="TextRules.Length"/> it may have 1,024 characters.
    /// </summary>
    protected Ask<string> Text(string key, Text prompt) => Written(key, prompt, isSecret: false);

    /// <summary>A decimal number; "2,5" and "2.5" are the same, "1e3" and "NaN" are no numbers.</summary>
    protected Ask<decimal> Number(string key, Text prompt) => new(
        _run,
        new Question(_run.Scope + key, prompt)
        {
            Parse = typed => Numbers.Read(typed) is { } number ? new Reading.Fits(Numbers.Write(number)) : new Reading.Wrong(DialogTexts.WriteNumber),
            IsForm = stored => Numbers.Read(stored) is not null,
            IsWritten = true,
            WrongKind = DialogTexts.WriteNumber,
        },
        stored => Numbers.Read(stored!)!.Value,
        Numbers.Write);

    /// <summary>One of several options, by a button or by writing its label. Options may differ from turn to turn; an answer that is gone is asked again.</summary>
    protected Ask<TOption> Choice<TOption>(string key, Text prompt, params IReadOnlyList<Option<TOption>> options) => new(
        _run,
        new Question(_run.Scope + key, prompt)
        {
            Options = [.. options.Select(option => (option.Key, option.Label))],
            Parse = typed => Spelling.Meant(typed, options, option => option.Label) is { } meant ? new Reading.Fits(meant.Key) : new Reading.Wrong(Choosing(options.Count)),
            Today = stored => Option<TOption>.Meant(options, stored)?.Key,
            How = options.Count == 0 ? QuestionTexts.NoOptions : null,
            IsForm = stored => Option<TOption>.Meant(options, stored) is not null,
            Shown = stored => Option<TOption>.Meant(options, stored)!.Label,
            WrongKind = Choosing(options.Count),
        },
        stored => Option<TOption>.Meant(options, stored!)!.Value,
        value => options.FirstOrDefault(option => EqualityComparer<TOption>.Default.Equals(option.Value, value))?.Key);

    private static Text Choosing(int options) => options == 0 ? QuestionTexts.NoOptions : DialogTexts.ChooseButton;

    /// <summary>One value of an enum, stored by its name.</summary>
    protected Ask<TEnum> Choice<TEnum>(string key, Text prompt, Func<TEnum, Text> label) where TEnum : struct, Enum
    {
        var ask = Choice(key, prompt, [.. Enum.GetValues<TEnum>().Select(value => new Option<TEnum>(value.ToString(), label(value), value))]);
        ask.Question.HasFixedOptions = true;
        return ask;
    }

    /// <summary>
    /// Shows every answer on the path just walked, each part and each answer with its own way to edit it. The confirmation holds for exactly these answers:
    /// edit one, and it is asked for again.
    /// </summary>
    /// <param name="title">The first line.</param>
    /// <param name="confirm">The label of the button that confirms.</param>
    /// <param name="summary">What is shown instead of the plain list of answers.</param>
    protected Ask<bool> Review(Text title, Text confirm, Text? summary = null)
    {
        var review = new Review(title, summary, confirm, [.. _run.Path.Where(passed => passed.Question.Review is null)]);
        var question = new Question(_run.Scope + "review", title)
        {
            Review = review,
            Options = [(review.Seal, confirm)],
            Parse = typed => Spelling.Same(typed, confirm) ? new Reading.Fits(review.Seal) : new Reading.Wrong(DialogTexts.ChooseButton),
            IsForm = stored => stored == review.Seal,
            Shown = _ => confirm,
            WrongKind = DialogTexts.ChooseButton,
        };
        return new Ask<bool>(_run, question, _ => true, _ => null);
    }

    /// <summary>
    /// Work for the world: done once for its inputs, outside of any transaction, its result kept like an answer. After a crash it is run again with the same
    /// idempotency key, which the job is given. While it runs the person sees <paramref name="waiting"/> and can go back or cancel.
    /// </summary>
    protected Once<TResult> Once<TResult>(
        string name, string inputs, Text waiting, JsonTypeInfo<TResult> json, Func<string, CancellationToken, Task<Found<TResult>>> job) =>
        new(_run, name, inputs, waiting, json, job);

    /// <summary>Every stored answer and result of a work: a dialog that is opened with them stands where this one does.</summary>
    protected IReadOnlyDictionary<string, string?> Answers => _run.State.Answers;

    /// <summary>What the dialog was opened with under this key, or under the key that it had in an earlier version; null when it was not given. It is never asked.</summary>
    protected string? Given(string key, string? was = null) =>
        _run.State.Answers.GetValueOrDefault(_run.Scope + key) ?? (was is null ? null : _run.State.Answers.GetValueOrDefault(_run.Scope + was));

    /// <summary>Something read from the store anew in every turn and not kept. The key names the query and its inputs.</summary>
    protected Look<TResult> Look<TResult>(string key, Func<CancellationToken, Task<TResult>> query) => new(_run, _run.Scope + key, query);

    /// <summary>A dialog inside the dialog; the keys of its questions begin with the part's name.</summary>
    protected Flow<TPart> Part<TPart>(string name, Func<Flow<TPart>> part) => Part(name, null, part);

    /// <summary>A part with a title, under which its answers are shown and edited together.</summary>
    protected async Flow<TPart> Part<TPart>(string name, Text? title, Func<Flow<TPart>> part)
    {
        var (scope, section) = (_run.Scope, _run.Section);
        _run.Scope = scope + name + "/";
        if (title is not null) _run.Section = new Section(scope + name, title);
        var flow = part();
        (_run.Scope, _run.Section) = (scope, section);
        return await flow;
    }

    /// <summary>A line above the next question. It may be shown again when an earlier answer is edited.</summary>
    protected void Say(Text text) => _run.Notes.Add(text);

    internal override void Play(Run run)
    {
        _run = run;
        var flow = Talk();
        if (flow.IsDone) run.Result = flow.Value;
    }
}
