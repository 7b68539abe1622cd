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
            stage.State = stage.State with { Dialog = null };
            await Lost(BotTexts.DialogGone, ct);
            return;
        }
        var outcome = await Outcome(entry, state, input, ct);
        if (outcome.Erases && _heard is { } message) stage.Erase(message);
        switch (outcome)
        {
            case Outcome.Asks asks:
                Present(asks.State, asks.Prompt);
                break;
            case Outcome.Needs needs:
                Present(needs.State, needs.Prompt);
                await Jobs.Add(tx, new NewJob(WorkJob.Kind, WorkJob.Key(chat, needs.Work), needs.Work.Name, chat, tx.Now), ct);
                break;
            case Outcome.Done done:
                stage.State = stage.State with { Dialog = null };
                if (!stage.Close(done.Closing)) _accepted = done.Closing;
                await Go(await entry.Done(await Desk(ct), done.Result, ct), ct);
                break;
            case Outcome.Cancelled cancelled:
                stage.State = stage.State with { Dialog = null };
                if (!stage.Close(cancelled.Farewell)) _accepted = cancelled.Farewell;
                await Go(entry.Cancelled(state), ct);
                break;
            case Outcome.Expired expired:
                stage.State = stage.State with { Dialog = null };
                if (!stage.Close(expired.Farewell)) _accepted = expired.Farewell;
                await Go(entry.Cancelled(state), ct);
                break;
        }
    }

    /// <summary>The work that the open dialog waits for; null when it waits for none, or when there is no dialog.</summary>
    public async Task<Work?> Awaited(CancellationToken ct)
    {
        if (stage.State.Dialog is not { } state || script.FindDialog(state.Dialog) is not { } entry) return null;
        var dialog = entry.Create(await Desk(ct));
        var looks = new Dictionary<string, object?>();
        while (true)
        {
            var outcome = dialog.Awaited(state, looks);
            if (outcome is not Outcome.Looks look) return (outcome as Outcome.Needs)?.Work;
            looks[look.Key] = await look.Query(ct);
        }
    }

    private async Task Begin(Next.Ask ask, CancellationToken ct)
    {
        var opened = stage.State.Opened + 1;
        var id = "d" + opened.ToString(CultureInfo.InvariantCulture);
        stage.State = stage.State with { Opened = opened, Dialog = DialogState.Open(ask.Dialog, id, ask.Answers) };
        await Step(new Input.Open(), ct);
    }

    private async Task<Outcome> Outcome(Script<TDesk>.Entry entry, DialogState state, Input input, CancellationToken ct)
    {
        var dialog = entry.Create(await Desk(ct));
        var looks = new Dictionary<string, object?>();
        while (true)
        {
            var outcome = dialog.Step(state, input, looks);
            if (outcome is not Outcome.Looks look) return outcome;
            looks[look.Key] = await look.Query(ct);
        }
    }

    private void Present(DialogState state, Prompt prompt)
    {
        stage.State = stage.State with { Dialog = state };
        if (prompt.Manner is Manner.Stale)
        {
            stage.Note = prompt.Note;
            return;
        }
        if (prompt.Manner is Manner.More)
        {
            stage.Change(prompt.View);
            return;
        }
        if (prompt.Manner is Manner.Next && !stage.Close(prompt.Closing)) _accepted = prompt.Closing;
        if (prompt.Manner is not Manner.Turn) stage.Close();
        Present(prompt.View);
    }
}
