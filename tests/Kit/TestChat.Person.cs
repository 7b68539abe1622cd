using Lavka.Talk;
using Shouldly;

namespace Lavka.Kit;

/// <content>What a person sends besides text, and what time, crashes and deploys do to the chat.</content>
public sealed partial class TestChat
{
    private TimeSpan _idle;
    private bool _isReminded;
    private bool _isTwice;
    private At? _crash;

    /// <summary>Sends something that is not text: "photo", "sticker", "voice".</summary>
    public TestChat Sends(string kind) => Step(new Input.Sent(kind, new Media(kind, kind + "-file")));

    /// <summary>Sends a photo; what belongs to one album comes one by one.</summary>
    public TestChat Photo(string file = "photo-file", string? album = null) => Step(new Input.Sent("photo", new Media("photo", file, null, "image/jpeg", 90_000), null, album));

    /// <summary>Sends several photos together.</summary>
    public TestChat Album(string album, params IReadOnlyList<string> files)
    {
        foreach (var file in files) Photo(file, album);
        return this;
    }

    /// <summary>Sends a file as it is.</summary>
    public TestChat File(string name, string mediaType, long? size = 1000, string? album = null) =>
        Step(new Input.Sent("document", new Media("document", "file-of-" + name, name, mediaType, size), null, album));

    public TestChat Contact(string phone, bool isOwn = true, string name = "Anna") => Step(new Input.Contact(phone, name, isOwn));

    public TestChat Place(decimal latitude, decimal longitude) => Step(new Input.Place(latitude, longitude));

    /// <summary>A new version of the dialog takes over in the middle.</summary>
    public TestChat Deploy(Func<Dialog> dialog)
    {
        _dialog = dialog;
        return Step(new Input.Open());
    }

    /// <inheritdoc cref="Deploy(Func{Dialog})"/>
    public TestChat Deploy<TDialog>() where TDialog : Dialog, new() => Deploy(() => new TDialog());

    /// <summary>
    /// From here on every input is delivered twice, as messengers do when they got no answer in time. The bot knows an update that it has taken and drops it; what is
    /// checked here is what that needs: the step, run again, leads to exactly the same.
    /// </summary>
    public TestChat Twice()
    {
        _isTwice = true;
        return this;
    }

    /// <summary>The process dies in the next step, and what it had not committed is done again from the state before it.</summary>
    public TestChat Crash(At at)
    {
        _crash = at;
        return this;
    }

    /// <summary>Nothing happens for so long: the timers of the dialog go off when their time comes.</summary>
    public TestChat Wait(TimeSpan time)
    {
        var end = _idle + time;
        var dialog = _dialog();
        if (dialog.Remind is { } remind && remind <= end && !(dialog.Expires <= remind) && !_isReminded)
        {
            _isReminded = true;
            Step(new Input.Reminded());
        }
        _idle = end;
        return dialog.Expires <= end ? Step(new Input.Expired()) : this;
    }

    /// <summary>What the person wrote last is taken out of the chat.</summary>
    public TestChat Erases()
    {
        Outcome.Erases.ShouldBeTrue("The message stays in the chat.");
        return this;
    }

    /// <summary>How often the next step is run besides the one that counts. After the commit the crash has lost nothing, so nothing is run again.</summary>
    private int Repetitions()
    {
        var crash = _crash;
        _crash = null;
        return (_isTwice ? 1 : 0) + (crash is At.BeforeCommit ? 1 : 0);
    }

    private string Told(Outcome outcome) => outcome switch
    {
        Outcome.Asks asks => $"asks {asks.State.ToJson()} {asks.Prompt.Manner} {Drawn(asks.Prompt)}",
        Outcome.Needs needs => $"needs {needs.Work.Key} {needs.State.ToJson()} {Drawn(needs.Prompt)}",
        Outcome.Done done => $"done {done.Closing}",
        Outcome.Opens opens => $"opens {opens.Dialog} {opens.State.ToJson()} {string.Join(' ', opens.Answers)}",
        _ => $"{outcome.GetType().Name} {Farewell}",
    };

    private string Drawn(Prompt prompt)
    {
        var message = prompt.View.In(Language);
        return string.Join('\n', message.Rows.SelectMany(row => row).Select(key => $"[{key.Label}]{key.Data}").Prepend(message.Html).Append(prompt.Closing?.Plain(Language)).Append(prompt.Note?.Plain(Language)));
    }
}
