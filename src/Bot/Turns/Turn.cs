using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>
/// One turn of one chat: something happened, and everything that follows from it (the chat's new state, the messages, the jobs, the shop's rows)
/// is written to one transaction. The turn itself commits nothing.
/// </summary>
/// <param name="script">All that can be talked about.</param>
/// <param name="chat">Where it happened.</param>
/// <param name="tx">In which everything is read and written.</param>
/// <param name="stage">What stands on the person's screen.</param>
/// <param name="openDesk">What handlers may touch.</param>
/// <param name="writers">What is not tried here, since nothing can be written; null where it can.</param>
internal sealed partial class Turn<TDesk>(Script<TDesk> script, ChatKey chat, StoreTransaction tx, Stage stage, OpenDesk<TDesk> openDesk, Writers? writers) : IAsyncDisposable
    where TDesk : IAsyncDisposable
{
    private const int LongestWalk = 8;

    private TDesk? _desk;
    private bool _isDeskOpen;
    private Dialog? _dialog;
    private Text? _accepted;
    private Text? _why;
    private string? _heard;

    public Stage Stage => stage;

    public Task Hear(Happening what, CancellationToken ct)
    {
        _heard = what switch { Happening.Wrote wrote => wrote.MessageId, Happening.Sent sent => sent.MessageId, _ => null };
        if (stage.State.TakenBy is not null) return Overhear(what, ct);
        if (what is not Happening.Sent { Album: { } album }) return Heard(what, ct);
        var isRest = stage.State.Album == album;
        stage.State = stage.State with { Album = album };
        return isRest && stage.State.Dialog is null ? Task.CompletedTask : Heard(what, ct);
    }

    /// <summary>An operator has the chat: what the person says is kept for him, and the bot says nothing.</summary>
    private Task Overhear(Happening what, CancellationToken ct)
    {
        if (what is Happening.Pressed) stage.Note = BotTexts.WithOperator;
        var text = what switch
        {
            Happening.Wrote wrote => wrote.Text,
            Happening.Sent sent => $"[{sent.Kind}] {sent.Caption}".Trim(),
            Happening.Contact contact => $"[contact] {contact.Phone}",
            Happening.Place place => FormattableString.Invariant($"[place] {place.Latitude}, {place.Longitude}"),
            _ => null,
        };
        if (text is null) return what is Happening.Left or Happening.Returned ? Heard(what, ct) : Task.CompletedTask;
        var seq = stage.Heard();
        return Write((writing, stop) => Overheard.Keep(writing, chat, seq, text, stop));
    }

    /// <summary>The operator has given the chat back: the person stands where he stood.</summary>
    public Task Resume(CancellationToken ct) => stage.State.Dialog is null ? Go(new Next.Show(script.Home), ct) : Step(new Input.Open(), ct);

    private Task Heard(Happening what, CancellationToken ct) => what switch
    {
        Happening.Wrote { Text: ['/', ..] } command => Obey(command.Text[1..], ct),
        Happening.Wrote wrote => stage.State.Dialog is null ? Lost(BotTexts.NotUnderstood, ct) : Step(new Input.Wrote(wrote.Text), ct),
        Happening.Sent sent => stage.State.Dialog is null ? Lost(BotTexts.NotUnderstood, ct) : Step(new Input.Sent(sent.Kind, sent.Media, sent.Caption, sent.Album), ct),
        Happening.Contact contact => stage.State.Dialog is null ? Lost(BotTexts.NotUnderstood, ct) : Step(new Input.Contact(contact.Phone, contact.Name, contact.IsOwn), ct),
        Happening.Place place => stage.State.Dialog is null ? Lost(BotTexts.NotUnderstood, ct) : Step(new Input.Place(place.Latitude, place.Longitude), ct),
        Happening.Pressed pressed => Press(pressed, ct),
        Happening.Left => Write((writing, stop) => Chats.MarkUnreachable(writing, chat, stop)),
        Happening.Returned => Write((writing, stop) => Chats.MarkReachable(writing, chat, stop)),
        _ => Task.CompletedTask,
    };

    private Task Write(Func<StoreTransaction, CancellationToken, Task> write)
    {
        stage.AlsoWrite(write);
        return Task.CompletedTask;
    }

    /// <summary>News that nobody asked for. It never takes the place of an open question.</summary>
    public void Tell(IReadOnlyList<View> views)
    {
        if (stage.State.Dialog is not null)
        {
            foreach (var view in views) stage.SayBeside(view);
            return;
        }
        foreach (var view in views.SkipLast(1)) stage.Tell(view.WithoutButtons());
        if (views.Count > 0) stage.Tell(views[^1]);
    }

    private async Task Obey(string line, CancellationToken ct)
    {
        var name = line.Split([' ', '@', '\n'], 2)[0];
        var open = stage.State.Dialog is not null;
        if (open && Move(name) is { } tap) await Step(new Input.Tapped(null, tap), ct);
        else if (open && name == "start") await Step(new Input.Interrupted(), ct);
        else if (name == "start" || (!open && Move(name) is not null)) await Go(new Next.Show(script.Home), ct);
        else if (script.FindCommand(name) is not { } command) await Unknown(line, ct);
        else if (!open) await Go(new Next.Show(command.Route), ct);
        else await Aside(command.Route, ct);
    }

    /// <summary>A command in the middle of a dialog answers, and the question stands again below the answer.</summary>
    private async Task Aside(Route route, CancellationToken ct)
    {
        if (script.FindScreen(route.Path) is not { } found) await Step(new Input.Interrupted(), ct);
        else
        {
            stage.SayBeside(await found.Screen.Open(await Desk(ct), found.At, ct) ?? new View(BotTexts.Gone));
            await Step(new Input.Open(), ct);
        }
    }

    private async Task Press(Happening.Pressed pressed, CancellationToken ct)
    {
        if (TapCode.Read(pressed.Data) is { } move)
        {
            if (stage.State.Dialog?.Id == move.Dialog) await Step(new Input.Tapped(move.AtCode, move.Tap), ct);
            else await Old(BotTexts.ButtonIsOld, ct);
        }
        else if (pressed.Data is not ['/', .. var path] || Route.Read(path) is not { } route) await Old(BotTexts.ButtonIsOld, ct);
        else if (stage.State.Dialog is null)
        {
            stage.State = stage.State with { OpenedBy = pressed.MessageId };
            await Go(new Next.Show(route), ct);
        }
        else
        {
            if (stage.MayRecall && (pressed.MessageId is null || stage.State.OpenedBy != pressed.MessageId))
            {
                await Step(new Input.Interrupted(), ct);
                stage.Recall();
            }
            stage.Note = BotTexts.FinishFirst;
        }
    }

    /// <summary>A button of something that is over, or of nothing we know: it says so, and the person is shown where he is.</summary>
    private async Task Old(Text why, CancellationToken ct)
    {
        if (stage.MayRecall)
        {
            if (stage.State.Dialog is null) await Go(new Next.Show(script.Home), ct);
            else await Step(new Input.Open(), ct);
            stage.Recall();
        }
        stage.Note = why;
    }

    private async Task Go(Next next, CancellationToken ct)
    {
        for (var steps = 0; ; steps++)
        {
            if (steps > LongestWalk) throw new InvalidOperationException($"The acts of this shop lead in a circle at {next}.");
            switch (next)
            {
                case Next.Show show when script.FindOpening(show.Route.Path) is { } opening:
                    next = opening;
                    break;
                case Next.Show show when script.FindScreen(show.Route.Path) is { } found:
                    Show(await found.Screen.Open(await Desk(ct), found.At, ct) ?? new View(BotTexts.Gone).Row(Button.To(DialogTexts.Home, script.Home.Path)));
                    return;
                case Next.Show show when script.FindAct(show.Route.Path) is var (pattern, act):
                    if (await Do(pattern, act, ct) is not { } onward) return;
                    next = onward;
                    break;
                case Next.Show show when show.Route != script.Home:
                    await Old(BotTexts.ButtonIsOld, ct);
                    return;
                case Next.Show:
                    throw new InvalidOperationException($"The home of this shop, {script.Home}, is no screen and no act.");
                case Next.Ask ask:
                    await Begin(ask, beneath: null, ct);
                    return;
                case Next.Tell { Views: [] }:
                    return;
                case Next.Tell { Views: [{ IsProgress: true } progress] }:
                    Show(progress);
                    return;
                case Next.Tell { Views: var views }:
                    Tell(Prefaced(views));
                    return;
                case Next.Stay stay:
                    stage.Note = stay.Note;
                    return;
            }
        }
    }

    /// <summary>Null when it writes and nothing can be written here: the turn is run anew where it can.</summary>
    private async Task<Next?> Do(string name, Func<TDesk, CancellationToken, Task<Next>> act, CancellationToken ct)
    {
        stage.MustWrite = writers?.Contains(name) is true;
        if (stage.MustWrite) return null;
        try
        {
            return await act(await Desk(ct), ct);
        }
        catch (Exception e) when (writers is not null && tx.IsRefusedWrite(e))
        {
            writers.Add(name);
            throw;
        }
    }

    /// <summary>The accepted answer stands above what follows from it.</summary>
    private IReadOnlyList<View> Prefaced(IReadOnlyList<View> views)
    {
        if (_accepted is not { } accepted || views.Count == 0) return views;
        _accepted = null;
        return [views[0] with { Body = Text.Lines(accepted, Text.Empty, views[0].Body) }, .. views.Skip(1)];
    }

    /// <summary>He wrote something that nobody asked for: a sentence, and where he is.</summary>
    private async Task Lost(Text why, CancellationToken ct)
    {
        _why = why;
        if (stage.State.Dialog is null) await Go(new Next.Show(script.Home), ct);
        else await Step(new Input.Open(), ct);
    }

    private void Show(View view, bool keepsPreface = false, bool inPlace = false)
    {
        stage.Show(_why is null ? view : view with { Body = Text.Lines(_why, Text.Empty, view.Body) }, _accepted, keepsPreface, inPlace);
        (_accepted, _why) = (null, null);
    }

    public async Task<TDesk> Desk(CancellationToken ct)
    {
        if (_isDeskOpen) return _desk!;
        // The owner may be told something before he ever wrote; then only his chat is known.
        var person = stage.State.Person ?? new Person(chat.Chat, "");
        _desk = await openDesk(tx, chat, person, stage.State.Language, ct);
        _isDeskOpen = true;
        return _desk;
    }

    public ValueTask DisposeAsync() => _isDeskOpen ? _desk!.DisposeAsync() : ValueTask.CompletedTask;

    private static Tap? Move(string command) => command switch
    {
        "cancel" => new Tap.Cancel(),
        "back" => new Tap.Back(),
        "skip" => new Tap.Skip(),
        _ => null,
    };
}
