using Lavka.Talk;
using Shouldly;

namespace Lavka.Kit;

/// <summary>
/// A person who talks with one dialog, without bot, store and messenger. The dialog is made anew and its state is reloaded from JSON before every step,
/// looks are run, buttons travel through their wire data, every view is drawn in every language.
/// </summary>
public sealed partial class TestChat
{
    private Func<Dialog> _dialog;

    private TestChat(Func<Dialog> dialog, DialogState state) => (_dialog, State, Outcome) = (dialog, state, null!);

    /// <summary>The state after the last step; null when the dialog is over.</summary>
    public DialogState? State { get; private set; }

    public Outcome Outcome { get; private set; }

    /// <summary>The language the person reads.</summary>
    public Language Language { get; private set; } = Language.En;

    public string Json => Open.ToJson();

    public Prompt Prompt => Outcome switch
    {
        Outcome.Asks asks => asks.Prompt,
        Outcome.Needs needs => needs.Prompt,
        _ => throw new ShouldAssertException($"The dialog is over: {Outcome}."),
    };

    /// <summary>What the person sees now.</summary>
    public Message Message => Prompt.View.In(Language);

    /// <summary>What is said when the dialog ends without a result, in the person's language.</summary>
    public string? Farewell => Outcome switch
    {
        Outcome.Cancelled cancelled => cancelled.Farewell.Plain(Language),
        Outcome.Expired expired => expired.Farewell.Plain(Language),
        _ => null,
    };

    /// <summary>What the closed question turned into, in the person's language.</summary>
    public string? Closing => (Outcome is Outcome.Done done ? done.Closing : Prompt.Closing)?.Plain(Language);

    public IEnumerable<string> Labels => Message.Rows.SelectMany(row => row).Select(key => key.Label);

    /// <summary>The dialog that was opened on top of this one, with what it was given; it goes on with <see cref="Return"/>.</summary>
    public Outcome.Opens Opened => Outcome.ShouldBeOfType<Outcome.Opens>();

    /// <summary>The dialog on top has ended, whichever way.</summary>
    public TestChat Return() => Step(new Input.Open());

    private DialogState Open => State ?? throw new ShouldAssertException($"The dialog is over: {Outcome}.");

    public static TestChat With<TDialog>(IReadOnlyDictionary<string, string?>? answers = null) where TDialog : Dialog, new() => With(() => new TDialog(), answers);

    /// <summary>Opens the dialog, with answers that are given already if there are any.</summary>
    public static TestChat With(Func<Dialog> dialog, IReadOnlyDictionary<string, string?>? answers = null) =>
        Resume(dialog, DialogState.Open(dialog().Name, "d1", answers));

    /// <summary>Goes on from a stored state.</summary>
    public static TestChat Resume(Func<Dialog> dialog, DialogState state) => new TestChat(dialog, state).Step(new Input.Open());

    public TestChat In(Language language)
    {
        Language = language;
        return this;
    }

    public TestChat Say(string text) => Step(new Input.Wrote(text));

    /// <summary>
    /// Presses the visible button with this label, or the only one whose label contains it. In the place of the keyboard a button says its label, as at Telegram.
    /// </summary>
    public TestChat Tap(string label) => Message.Wants is null ? Press(Button(label)) : Say(Key(label).Label);

    /// <summary>Types a command: /back, /cancel, /skip.</summary>
    public TestChat Types(Tap command) => Step(new Input.Tapped(null, command));

    public TestChat Skip() => Press<Tap.Skip>();

    public TestChat Keep() => Press<Tap.Keep>();

    public TestChat Stay() => Press<Tap.Return>();

    public TestChat Leave() => Press<Tap.Leave>();

    /// <summary>By the button, or by the command where the question has no buttons.</summary>
    public TestChat Back() => Find<Tap.Back>() is { } data ? Press(data) : Types(new Tap.Back());

    /// <summary>By the button, or by the command where the question has no buttons.</summary>
    public TestChat Cancel() => Find<Tap.Cancel>() is { } data ? Press(data) : Types(new Tap.Cancel());

    public TestChat Interrupt() => Step(new Input.Interrupted());

    /// <summary>The wire data of a visible button, to be pressed now or much later.</summary>
    public string Button(string label) => Key(label).Data.ShouldNotBeNull();

    private Key Key(string label)
    {
        var keys = Message.Rows.SelectMany(row => row).ToList();
        var fitting = keys.Where(key => key.Label == label).ToList();
        if (fitting.Count == 0) fitting = [.. keys.Where(key => key.Label.Contains(label, StringComparison.Ordinal))];
        fitting.Count.ShouldBe(1, $"One button \"{label}\" among: {string.Join(" | ", Labels)}");
        return fitting[0];
    }

    /// <summary>Presses a button by its wire data; one of another dialog never reaches this one.</summary>
    public TestChat Press(string data)
    {
        var (dialog, at, tap) = TapCode.Read(data).ShouldNotBeNull();
        return dialog == Open.Id ? Step(new Input.Tapped(at, tap)) : this;
    }

    /// <summary>Does the work that the dialog waits for.</summary>
    public TestChat Work() => Supply(Pending.Key, Waiting.For(Pending.Run(Pending.Key, CancellationToken.None)));

    /// <summary>The work was given up: it failed again and again.</summary>
    public TestChat WorkFails(string why) => Supply(Pending.Key, Talk.Work.Failure(Text.Literal(why)));

    public TestChat Supply(string workKey, string result) => Step(new Input.Supplied(workKey, result));

    /// <summary>The work that the dialog waits for.</summary>
    public Work Pending => Outcome.ShouldBeOfType<Outcome.Needs>().Work;

    public TestChat Shows(params IReadOnlyList<string> parts)
    {
        foreach (var part in parts) Seen.ShouldContain(part, Case.Sensitive);
        return this;
    }

    public TestChat DoesNotShow(params IReadOnlyList<string> parts)
    {
        foreach (var part in parts) Seen.ShouldNotContain(part, Case.Sensitive);
        return this;
    }

    public TestChat Returned(object value)
    {
        Outcome.ShouldBeOfType<Outcome.Done>().Result.ShouldBe(value);
        return this;
    }

    /// <summary>The text and the buttons as one string, a line each.</summary>
    public string Seen => string.Join('\n', Message.Rows.Select(row => "[" + string.Join("] [", row.Select(key => key.Label)) + "]").Prepend(Message.Html));

    public TestChat Step(Input input)
    {
        var before = Open.ToJson();
        var outcome = Stepped(before, input);
        for (var again = Repetitions(); again > 0; again--) Told(Stepped(before, input)).ShouldBe(Told(outcome), "The same step from the same state is the same.");
        Outcome = outcome;
        State = StateAfter(outcome);
        if (State is not null && outcome is not Outcome.Opens) SightChecks.Check(State, Prompt.View);
        if (input is not (Input.Open or Input.Supplied or Input.Reminded)) (_idle, _isReminded) = (TimeSpan.Zero, false);
        return this;
    }

    private Outcome Stepped(string before, Input input)
    {
        var state = DialogState.FromJson(before);
        var looks = new Dictionary<string, object?>();
        var outcome = _dialog().Step(state, input, looks);
        while (outcome is Outcome.Looks look)
        {
            looks.Add(look.Key, Waiting.For(look.Query(CancellationToken.None)));
            outcome = _dialog().Step(state, input, looks);
        }
        state.ToJson().ShouldBe(before, "A step never changes the state that it was given.");
        return outcome;
    }

    private static DialogState? StateAfter(Outcome outcome) => outcome switch { Outcome.Asks asks => asks.State, Outcome.Needs needs => needs.State, Outcome.Opens opens => opens.State, _ => null };

    private TestChat Press<TTap>() where TTap : Tap => Press(Find<TTap>() ?? throw new ShouldAssertException($"No button {typeof(TTap).Name} in:\n{Seen}"));

    private string? Find<TTap>() where TTap : Tap =>
        Message.Rows.SelectMany(row => row).Select(key => key.Data!).FirstOrDefault(data => TapCode.Read(data)?.Tap is TTap);
}
