using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>The part of a turn that watches how long the open dialog is left alone.</summary>
internal sealed partial class Turn<TDesk>
{
    /// <summary>A timer has fired: the dialog ends, the person is reminded, or it was too early.</summary>
    public async Task Ring(string dialog, CancellationToken ct)
    {
        if (stage.State.Dialog?.Id != dialog || script.FindDialog(stage.State.Dialog.Dialog) is not { } entry) return;
        _dialog = await Created(entry, ct);
        var quiet = (stage.State.Quiet ?? new Quiet(tx.Now)) with { Armed = null };
        // Nobody is late while he talks with an operator.
        if (stage.State.TakenBy is not null) quiet = quiet with { Since = tx.Now };
        var (alone, isDue) = (tx.Now - quiet.Since, _dialog.Remind is { } remind && !quiet.Reminded && tx.Now - quiet.Since >= remind);
        stage.State = stage.State with { Quiet = quiet with { Reminded = quiet.Reminded || isDue } };
        if (_dialog.Expires is { } limit && alone >= limit) await Step(new Input.Expired(), ct);
        else if (isDue) await Step(new Input.Reminded(), ct);
        Watch(hasActed: false);
    }

    /// <summary>A dialog that may be left alone only for so long has one timer on its way.</summary>
    public void Watch(bool hasActed)
    {
        if (stage.State.Dialog is not { } open)
        {
            stage.State = stage.State with { Quiet = null };
            return;
        }
        if (_dialog?.Name != open.Dialog) return;
        var quiet = stage.State.Quiet ?? new Quiet(tx.Now);
        // A clock that was ahead and was set right must not let a dialog live for years.
        if (hasActed || quiet.Since > tx.Now) quiet = quiet with { Since = tx.Now };
        if (Due(quiet, _dialog) is { } due && (quiet.Armed is null || quiet.Armed > due))
        {
            if (due <= tx.Now) due = tx.Now;
            var timer = TimerJob.At(due, chat, open.Id);
            stage.AlsoWrite((writing, stop) => Jobs.Add(writing, timer, stop));
            quiet = quiet with { Armed = due };
        }
        stage.State = stage.State with { Quiet = _dialog is { Expires: null, Remind: null } ? null : quiet };
    }

    private static DateTimeOffset? Due(Quiet quiet, Dialog dialog) =>
        dialog.Remind is { } remind && !quiet.Reminded && !(remind >= dialog.Expires) ? quiet.Since + remind : quiet.Since + dialog.Expires;
}
