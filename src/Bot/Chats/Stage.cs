using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>
/// What stands on a person's screen and what has to be sent to change it. Pure: it only collects. It keeps one promise above all:
/// <b>at any time at most one message of a chat has live buttons</b> (shipping:A11).
/// </summary>
public sealed class Stage
{
    private readonly List<Sheet> _sheets = [];
    private readonly bool _mayTurn;

    /// <summary>A pressed message that may be the live one, whose id is not known yet: it keeps its buttons until something takes their place.</summary>
    private string? _doubtful;

    /// <param name="state">The chat as it is stored.</param>
    /// <param name="pressed">The messenger's id of the message whose button was pressed, if one was.</param>
    /// <param name="liveMessage">The messenger's id of the live message, if it is known.</param>
    public Stage(ChatState state, string? pressed = null, string? liveMessage = null)
    {
        State = state;
        _mayTurn = pressed is not null && pressed == liveMessage;
        if (pressed is null || _mayTurn) return;
        if (state.Live is not null && liveMessage is null) _doubtful = pressed;
        else Add(Act.Strip, null, pressed, Blank);
    }

    private static Message Blank => new("", []);

    public ChatState State { get; set; }

    public IReadOnlyList<Sheet> Sheets => _sheets;

    /// <summary>A short note beside the pressed button.</summary>
    public Text? Note { get; set; }

    /// <summary>Something that happened: it takes the place of a message that was only progress, and stays in the chat for good.</summary>
    public void Tell(View view)
    {
        if (State.Live is { IsProgress: true }) Show(view);
        else Say(view);
        if (State.Live is { IsProgress: false } live) State = State with { Live = live with { IsNews = true } };
    }

    /// <summary>In the place of the live message when its button was pressed or when it was only progress; at the end of the chat otherwise.</summary>
    public void Show(View view)
    {
        if (_mayTurn || State.Live is { IsProgress: true }) Change(view);
        else Say(view);
    }

    /// <summary>In the place of the live message, whatever began the turn: the rest of an album is told by the message that told of its beginning.</summary>
    public void Change(View view)
    {
        if (State.Live is { CanChange: true, IsNews: false } live && Editable(view))
        {
            Add(Act.Replace, live.Seq, null, view.In(State.Language));
            State = State with { Live = LiveOf(live.Seq, view) };
        }
        else Say(view);
    }

    /// <summary>At the end of the chat; the message before it loses its buttons.</summary>
    public void Say(View view)
    {
        Close();
        if (_doubtful is { } message) Add(Act.Strip, null, message, Blank);
        _doubtful = null;
        AddNew(view);
        State = State with { Live = LiveOf(State.Seq, view) };
    }

    /// <summary>A message of the person's own goes: it held a secret.</summary>
    public void Erase(string message) => Add(Act.Erase, null, message, Blank);

    /// <summary>At the end of the chat, without buttons; whatever is live stays live.</summary>
    public void SayBeside(View view) => Add(Act.Say, null, null, view.WithoutButtons().In(State.Language));

    /// <summary>
    /// The live message is done with: it turns into the closing, or just loses its buttons. When it put buttons in the place of the keyboard, the closing is a message of its own
    /// that takes them away. False when it cannot be changed and the closing has to be told otherwise.
    /// </summary>
    public bool Close(Text? closing = null)
    {
        var live = State.Live;
        State = State with { Live = null };
        if (closing is not null && live is { CanChange: true }) Add(Act.Replace, live.Seq, null, new View(closing).In(State.Language));
        else if (live is { HasKeys: true }) Add(Act.Strip, live.Seq, null, Blank);
        if (closing is null || live is { CanChange: true }) return true;
        if (!State.HasKeyboard) return false;
        AddNew(new View(closing));
        return true;
    }

    /// <summary>
    /// A message has one markup: buttons under it cannot take away those in the place of the keyboard, so a short line does it before them.
    /// A message that is asked to be answered in writing, or that puts other buttons there, takes their place by itself.
    /// </summary>
    private void AddNew(View view)
    {
        if (State.HasKeyboard && view is { Wish: null, AwaitsText: false, Rows.Count: > 0 }) AddNew(new View(BotTexts.OneMoment));
        Add(Act.Say, null, null, view.In(State.Language) with { EndsWish = State.HasKeyboard && view is { Wish: null, AwaitsText: false } });
        State = State with { HasKeyboard = view.Wish is not null };
    }

    private void Add(Act act, long? editsSeq, string? editsMessage, Message message)
    {
        State = State with { Seq = State.Seq + 1 };
        _sheets.Add(new Sheet(State.Seq, act, editsSeq, editsMessage, message));
    }

    private static Live? LiveOf(long seq, View view)
    {
        var keys = view.Rows.Count > 0 && view.Wish is null;
        return keys || view.AwaitsText || view.IsProgress || view.Wish is not null ? new Live(seq, Editable(view), keys, view.IsProgress) : null;
    }

    private static bool Editable(View view) => view is { AwaitsText: false, File: null, Wish: null };
}
