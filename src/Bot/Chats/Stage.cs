using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>
/// What stands on a person's screen and what has to be sent to change it. Pure: it only collects. It keeps one promise above all:
/// <b>at any time at most one message of a chat has live buttons</b> (shipping:A11).
/// </summary>
public sealed class Stage
{
    private readonly List<Sheet> _sheets = [];
    private readonly List<Func<StoreTransaction, CancellationToken, Task>> _writes = [];
    private readonly bool _mayTurn;
    private readonly bool _isNear;

    /// <summary>A pressed message that may be the live one, whose id is not known yet: it keeps its buttons until something takes their place.</summary>
    private string? _doubtful;

    /// <param name="state">The chat as it is stored.</param>
    /// <param name="pressed">The messenger's id of the message whose button was pressed, if one was.</param>
    /// <param name="liveMessage">The messenger's id of the live message, if it is known.</param>
    /// <param name="closedMessage">The messenger's id of the message that was live before, if it is known.</param>
    public Stage(ChatState state, string? pressed = null, string? liveMessage = null, string? closedMessage = null)
    {
        State = state;
        _mayTurn = pressed is not null && pressed == liveMessage;
        if (pressed is null || _mayTurn)
        {
            _isNear = _mayTurn;
            return;
        }
        if (state.Live is not null && liveMessage is null) _doubtful = pressed;
        else Add(Act.Strip, null, pressed, Blank);
        _isNear = _doubtful is not null || pressed == closedMessage;
    }

    /// <summary>An operator has the chat: what the bot would show is left out until it is shown anew; news is told all the same.</summary>
    private bool IsMuted => State.TakenBy is not null;

    private static Message Blank => new("", []);

    public ChatState State { get; set; }

    public IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>What else the turn writes: jobs and marks, in its transaction.</summary>
    public IReadOnlyList<Func<StoreTransaction, CancellationToken, Task>> Writes => _writes;

    /// <summary>
    /// The turn has come to something that writes, and it only reads: nothing of it counts, and it is run anew inside a transaction that writes.
    /// </summary>
    public bool MustWrite { get; set; }

    /// <summary>A short note beside the pressed button.</summary>
    public Text? Note { get; set; }

    /// <summary>
    /// The pressed button stood far from where the person is, and he was not shown yet where that is. A second tap on a question just answered is near it;
    /// of twenty presses on old buttons only the first is shown the place.
    /// </summary>
    public bool MayRecall => !_isNear && State.Live is not { IsRecall: true };

    /// <summary>The pressed button stood under the live message, which does not show what is open now; of many such presses only the first changes it.</summary>
    public bool MayRefresh => _mayTurn && State.Live is { IsRecall: false };

    public void AlsoWrite(Func<StoreTransaction, CancellationToken, Task> write) => _writes.Add(write);

    /// <summary>A number in the chat's order for something that the person said.</summary>
    public long Heard()
    {
        State = State with { Seq = State.Seq + 1 };
        return State.Seq;
    }

    /// <summary>What is live now was only shown again.</summary>
    public void Recall()
    {
        if (State.Live is { } live) State = State with { Live = live with { IsRecall = true } };
    }

    /// <summary>Something that happened: it takes the place of a message that was only progress, and stays in the chat for good.</summary>
    public void Tell(View view)
    {
        if (IsMuted) SayBeside(view);
        else if (State.Live is { IsProgress: true }) Show(view, keepsPreface: true);
        else Say(view);
        if (State.Live is { IsProgress: false } live) State = State with { Live = live with { IsNews = true } };
    }

    /// <summary>In the place of the live message when its button was pressed or when it was only progress; at the end of the chat otherwise.</summary>
    /// <param name="view">What is shown.</param>
    /// <param name="preface">An accepted answer that stands above it, and stays there when the message turns into its own answer.</param>
    /// <param name="keepsPreface">In the same place the preface of the live message stays above it.</param>
    /// <param name="inPlace">In the place of the live message although nobody pressed it: its buttons mean something else now.</param>
    public void Show(View view, Text? preface = null, bool keepsPreface = false, bool inPlace = false)
    {
        if (IsMuted) return;
        if (State.Live is { CanChange: true, IsNews: false } live && (_mayTurn || live.IsProgress || inPlace) && Editable(view))
        {
            var above = Html(preface) ?? (keepsPreface ? live.Preface : null);
            Add(Act.Replace, live.Seq, null, Under(above, "\n\n", view));
            State = State with { Live = LiveOf(live.Seq, view, above) };
        }
        else Say(view, preface);
    }

    /// <summary>In the place of the live message, whatever began the turn: the rest of an album is told by the message that told of its beginning.</summary>
    public void Change(View view) => Show(view, keepsPreface: true, inPlace: true);

    /// <summary>At the end of the chat; the message before it loses its buttons.</summary>
    public void Say(View view, Text? preface = null)
    {
        if (IsMuted) return;
        Close();
        if (_doubtful is { } message) Add(Act.Strip, null, message, Blank);
        _doubtful = null;
        if (view is { Album: { } album } && (view.Rows.Count > 0 || view is { AwaitsText: true } or { IsProgress: true } or { Wish: not null }))
        {
            Add(Act.Say, null, null, new View(Text.Empty) { Album = album }.In(State.Language));
            view = view with { Album = null };
        }
        var above = Html(preface);
        AddNew(view, above);
        State = State with { Live = LiveOf(State.Seq, view, above) };
    }

    /// <summary>The messenger's id of the message that held a secret.</summary>
    public string? Erased { get; private set; }

    /// <summary>A message of the person's own goes: it held a secret.</summary>
    public void Erase(string message)
    {
        Erased = message;
        Add(Act.Erase, null, message, Blank);
    }

    /// <summary>At the end of the chat, without buttons; whatever is live stays live.</summary>
    public void SayBeside(View view)
    {
        Add(Act.Say, null, null, view.WithoutButtons().In(State.Language));
        if (State.Live is { IsRecall: true } live) State = State with { Live = live with { IsRecall = false } };
    }

    /// <summary>
    /// The live message is done with: it turns into the closing, or just loses its buttons. When it put buttons in the place of the keyboard, the closing is a message of its own
    /// that takes them away. False when it cannot be changed and the closing has to be told otherwise.
    /// </summary>
    public bool Close(Text? closing = null)
    {
        var live = State.Live;
        State = State with { Live = null, Closed = live?.Seq ?? State.Closed };
        if (closing is not null && live is { CanChange: true }) Add(Act.Replace, live.Seq, null, Under(live.Preface, "\n", new View(closing)));
        else if (live is { HasKeys: true }) Add(Act.Strip, live.Seq, null, Blank);
        if (closing is null || live is { CanChange: true } || IsMuted) return true;
        if (!State.HasKeyboard) return false;
        AddNew(new View(closing), null);
        return true;
    }

    /// <summary>
    /// A message has one markup: buttons under it cannot take away those in the place of the keyboard, so a short line does it before them.
    /// A message that is asked to be answered in writing, or that puts other buttons there, takes their place by itself.
    /// </summary>
    private void AddNew(View view, string? above)
    {
        if (State.HasKeyboard && view is { Wish: null, AwaitsText: false } and ({ Rows.Count: > 0 } or { Album: not null })) AddNew(new View(BotTexts.OneMoment), null);
        Add(Act.Say, null, null, Under(above, "\n\n", view) with { EndsWish = State.HasKeyboard && view is { Wish: null, AwaitsText: false } });
        State = State with { HasKeyboard = view.Wish is not null };
    }

    private Message Under(string? above, string gap, View view)
    {
        var message = view.In(State.Language);
        return above is null ? message : message with { Html = above + gap + message.Html };
    }

    private string? Html(Text? preface) => preface?.Markup(State.Language);

    private void Add(Act act, long? editsSeq, string? editsMessage, Message message)
    {
        State = State with { Seq = State.Seq + 1 };
        _sheets.Add(new Sheet(State.Seq, act, editsSeq, editsMessage, message));
    }

    private static Live? LiveOf(long seq, View view, string? preface)
    {
        var keys = view.Rows.Count > 0 && view.Wish is null;
        return keys || view.AwaitsText || view.IsProgress || view.Wish is not null ? new Live(seq, Editable(view), keys, view.IsProgress, Preface: preface) : null;
    }

    private static bool Editable(View view) => view is { AwaitsText: false, File: null, Album: null, Wish: null };
}
