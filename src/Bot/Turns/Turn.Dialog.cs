using System.Globalization;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>The part of a turn that moves the open dialog.</summary>
internal sealed partial class Turn<TDesk>
{
    /// <summary>One input for the open dialog, and all that follows from it.</summary>
    public async Task Step(Input input, CancellationToken ct)
    {
        var state = stage.State.Dialog ?? throw new InvalidOperationException($"No dialog is open in {chat}.");
        if (script.FindDialog(state.Dialog) is not { } entry)
        {
            End();
            await Lost(BotTexts.DialogGone, ct);
            return;
        }
        await Follow(entry, state, input, await Outcome(entry, state, input, ct), ct);
    }

    /// <summary>A line that looks like a command and is none: where a secret is asked for it is the secret, which may begin with any character.</summary>
    private async Task Unknown(string line, CancellationToken ct)
    {
        var input = new Input.Wrote("/" + line);
        if (stage.State.Dialog is { } state && script.FindDialog(state.Dialog) is { } entry && await Outcome(entry, state, input, ct) is { Erases: true } outcome)
            await Follow(entry, state, input, outcome, ct);
        else await Lost(BotTexts.UnknownCommand, ct);
    }

    private async Task Follow(Script<TDesk>.Entry entry, DialogState state, Input input, Outcome outcome, CancellationToken ct)
    {
        switch (outcome)
        {
            case Outcome.Asks asks:
                await Present(asks.State, asks.Prompt, input, ct);
                break;
            case Outcome.Needs needs:
                await Present(needs.State, needs.Prompt, input, ct);
                var work = new NewJob(WorkJob.Kind, WorkJob.Key(chat, needs.Work), needs.Work.Name, chat, tx.Now);
                stage.AlsoWrite((writing, stop) => Jobs.Add(writing, work, stop));
                break;
            case Outcome.Opens opens:
                if (stage.State.Beneath is null) await Begin(new Next.Ask(opens.Dialog, opens.Answers), opens.State, ct);
                else stage.Note = BotTexts.FinishFirst;
                break;
            case Outcome.Done done:
                var isOnTop = End();
                if (!stage.Close(done.Closing)) _accepted = done.Closing;
                if (await After(entry, state.Dialog, done.Result, ct) is not { } next) break;
                await (isOnTop ? Return(next, ct) : Go(next, ct));
                break;
            case Outcome.Cancelled cancelled:
                if (!stage.Close(cancelled.Farewell)) _accepted = cancelled.Farewell;
                await Leave(entry, state, ct);
                break;
            case Outcome.Expired expired:
                // He is elsewhere by now: what he is told stands at the end of the chat.
                stage.Close();
                _accepted = expired.Farewell;
                await Leave(entry, state, ct);
                break;
        }
    }

    /// <summary>The open dialog is over. True when it stood on top of another one, which is open again.</summary>
    private bool End()
    {
        var beneath = stage.State.Beneath;
        stage.State = stage.State with { Dialog = beneath, Beneath = null, Quiet = null };
        return beneath is not null;
    }

    /// <summary>It is over without a result: back at the question beneath, or where its author says.</summary>
    private Task Leave(Script<TDesk>.Entry entry, DialogState state, CancellationToken ct) => End() ? Step(new Input.Open(), ct) : Go(entry.Cancelled(state), ct);

    /// <summary>What follows from a dialog that stood on top of another one is told beside, and the question beneath stands again below it.</summary>
    private async Task Return(Next next, CancellationToken ct)
    {
        switch (next)
        {
            case Next.Show { Route: var route }:
                await Aside(route, ct);
                return;
            case Next.Ask ask:
                await Begin(ask, stage.State.Dialog, ct);
                return;
            case Next.Stay { Note: var note }:
                stage.Note = note;
                break;
            case Next.Tell { Views: var views }:
                foreach (var view in Prefaced(views)) stage.SayBeside(view);
                break;
        }
        await Step(new Input.Open(), ct);
    }

    /// <summary>What the result means to the shop; null when it writes and nothing can be written here.</summary>
    private async Task<Next?> After(Script<TDesk>.Entry entry, string dialog, object result, CancellationToken ct) =>
        entry.DoneAlone is { } alone
            ? alone(result)
            // Not the dialog's name alone: an act that opens it may have the same one.
            : await Do($"{dialog} is done", (desk, stop) => entry.Done(desk, result, stop), ct);

    /// <summary>The work that the open dialog waits for; null when it waits for none, or when there is no dialog.</summary>
    public async Task<Work?> Awaited(CancellationToken ct)
    {
        if (stage.State.Dialog is not { } state || script.FindDialog(state.Dialog) is not { } entry) return null;
        var dialog = await Created(entry, ct);
        var looks = new Dictionary<string, object?>();
        while (true)
        {
            var outcome = dialog.Awaited(state, looks);
            if (outcome is not Outcome.Looks look) return (outcome as Outcome.Needs)?.Work;
            looks[look.Key] = await look.Query(ct);
        }
    }

    private async Task<Dialog> Created(Script<TDesk>.Entry entry, CancellationToken ct) => entry.CreateAlone?.Invoke() ?? entry.Create(await Desk(ct));

    private async Task Begin(Next.Ask ask, DialogState? beneath, CancellationToken ct)
    {
        var opened = stage.State.Opened + 1;
        var id = "d" + opened.ToString(CultureInfo.InvariantCulture);
        stage.State = stage.State with { Opened = opened, Quiet = null, Beneath = beneath, Dialog = DialogState.Open(ask.Dialog, id, ask.Answers) };
        await Step(new Input.Open(), ct);
    }

    private async Task<Outcome> Outcome(Script<TDesk>.Entry entry, DialogState state, Input input, CancellationToken ct)
    {
        var dialog = _dialog = await Created(entry, ct);
        var looks = new Dictionary<string, object?>();
        while (true)
        {
            var outcome = dialog.Step(state, input, looks);
            // Before any handler may fail: a secret goes also when its turn does.
            if (outcome.Erases && stage.Erased is null && _heard is { } message) stage.Erase(message);
            if (outcome is not Outcome.Looks look) return outcome;
            looks[look.Key] = await look.Query(ct);
        }
    }

    private async Task Present(DialogState state, Prompt prompt, Input input, CancellationToken ct)
    {
        stage.State = stage.State with { Dialog = state };
        if (prompt.Manner is Manner.Stale)
        {
            if (input is Input.Tapped { AtCode: { } at } && at != KeyCode.Of(prompt.Key) && stage.MayRefresh) Refresh(prompt);
            else if (input is Input.Tapped) await Old(prompt.Note ?? BotTexts.ButtonIsOld, ct);
            return;
        }
        if (prompt.Manner is Manner.More)
        {
            stage.Change(prompt.View);
            return;
        }
        if (prompt.Manner is Manner.Next && !stage.Close(prompt.Closing)) _accepted = prompt.Closing;
        if (prompt.Manner is not Manner.Turn) stage.Close();
        // The pane in front of a work that is done now has buttons of that work; they would be old.
        Show(prompt.View, keepsPreface: !AsksAgain(input), inPlace: input is Input.Supplied && state.Pane is not null);
    }

    /// <summary>The live message asks something that is not open any more: a deploy has put a question before it, or it was tapped twice.</summary>
    private void Refresh(Prompt prompt)
    {
        stage.Change(prompt.View);
        stage.Recall();
        stage.State = stage.State with { Dialog = stage.State.Dialog! with { Asked = prompt.Key } };
        stage.Note = prompt.Note;
    }

    /// <summary>The answer that stands above the question may be the one that is asked for again.</summary>
    private static bool AsksAgain(Input input) => input is Input.Tapped { Tap: Tap.Back or Tap.Edit or Tap.EditPart };
}
