using System.Text.Json;

namespace Lavka.Talk;

/// <summary>
/// All that is kept of an open dialog: the answers by the keys of their questions, and where the person stands among them. No history:
/// its size is bounded by the number of questions. Everything is a string that a person could read; a skipped question has null.
/// </summary>
/// <param name="Dialog">The dialog's name, which never changes.</param>
/// <param name="Id">Tells this opening of the dialog from every other in the chat, so that buttons of two dialogs never mix.</param>
/// <param name="Answers">Stored answers and results of works.</param>
public sealed record DialogState(string Dialog, string Id, IReadOnlyDictionary<string, string?> Answers)
{
    /// <summary>The answered question that is being asked again.</summary>
    public string? Editing { get; init; }

    /// <summary>After <see cref="Editing"/> the rest of its part is asked again too.</summary>
    public bool WholePart { get; init; }

    /// <summary>What stands in front of the open question: "cancel" or "home".</summary>
    public string? Pane { get; init; }

    /// <summary>The page of the open review; null for the review itself.</summary>
    public string? Page { get; init; }

    /// <summary>What is offered instead of the last answer, which did not fit; gone with the next answer.</summary>
    public Offer? Offered { get; init; }

    /// <summary>
    /// How often a work was begun: part of its idempotency key, so that a work which is needed again, because an input was changed and changed back, is done
    /// again.
    /// </summary>
    public int Redo { get; init; }

    /// <summary>The question that is half answered, see <see cref="Draft"/>.</summary>
    public string? Drafted { get; init; }

    /// <summary>What is there so far of an answer that takes several taps or messages. At most one, of bounded length; gone when the question is answered.</summary>
    public string? Draft { get; init; }

    /// <summary>The last album that something came of; the rest of it comes as separate messages.</summary>
    public string? Album { get; init; }

    /// <summary>The question that was open when the album began.</summary>
    public string? AlbumAt { get; init; }

    /// <summary>
    /// What was put to the person last. When another version of the dialog has put a question before it meanwhile, what he writes is no answer to that one:
    /// he has not seen it. Null in what was stored before this was kept.
    /// </summary>
    public string? Asked { get; init; }

    /// <summary>The key of the work that is waited for.</summary>
    public string? Awaits { get; init; }

    public static DialogState Open(string dialog, string id, IReadOnlyDictionary<string, string?>? answers = null) =>
        new(dialog, id, answers ?? new Dictionary<string, string?>());

    public string ToJson() => JsonSerializer.Serialize(this, DialogJson.Default.DialogState);

    public static DialogState FromJson(string json) =>
        JsonSerializer.Deserialize(json, DialogJson.Default.DialogState) ?? throw new JsonException("An open dialog cannot be null.");

    /// <summary>The same answers, and the person at the first question without one.</summary>
    internal DialogState Ahead => this with { Editing = null, WholePart = false, Pane = null, Page = null, Offered = null };

    /// <summary>
    /// From now on this work is waited for, or none. As long as it is the same one, nothing changes: after a crash it is run again under the same key.
    /// </summary>
    internal DialogState Awaiting(string? work) => work == Awaits ? this : this with { Awaits = work, Redo = work is null ? Redo : Redo + 1 };

    internal DialogState With(string key, string? answer) => this with { Answers = new Dictionary<string, string?>(Answers) { [key] = answer } };

    /// <summary>The question is answered: nothing is half done any more.</summary>
    internal DialogState Answered(Question question, string? stored) =>
        With(question.Key, stored) with
        {
            Pane = null,
            Page = null,
            Offered = null,
            Drafted = question.Is(Drafted) ? null : Drafted,
            Draft = question.Is(Drafted) ? null : Draft,
        };

    internal DialogState Without(Func<string, bool> key) =>
        this with { Answers = Answers.Where(answer => !key(answer.Key)).ToDictionary(answer => answer.Key, answer => answer.Value) };
}
