using System.Globalization;
using Lavka.Simulator.Telegram.Control;

namespace Lavka.Whole;

/// <summary>
/// One of a crowd: fills the order form with words of his own up to the payment, never more than one message ahead, and remembers everything that he was sent.
/// Told of every call for his chat, in their order, by one thread at a time.
/// </summary>
internal sealed class Applicant
{
    private readonly IDelivery _delivery;
    private readonly List<(string Until, Func<AcceptedCall, Task> Then)> _script;
    private readonly List<(string Text, long At)> _sent = [];
    private int _done;

    public Applicant(long id, int number, IDelivery delivery)
    {
        (Id, _delivery) = (id, delivery);
        var letters = string.Concat(number.ToString("0000", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
        Words = [$"Zebulon Q{letters}", FormattableString.Invariant($"{number + 1000} Wimbledon Ln"), $"Philomena X{letters}", FormattableString.Invariant($"{number + 1000} Fifth Ave")];
        var answers = Answers.All.ToArray();
        (answers[0], answers[1], answers[7], answers[8]) = (Words[0], Words[1], Words[2], Words[3]);
        _script =
        [
            ("Hello", call => Press(call, "Create order")),
            .. answers.Select((answer, i) => (Answers.Step(i + 1), (Func<AcceptedCall, Task>)(_ => _delivery.Write(answer)))),
            ("CHECK YOUR ORDER", call => Press(call, "All correct")),
            ("Choose a rate", call => Press(call, "USPS Ground")),
            ("Pay for order", _ => Task.CompletedTask),
        ];
    }

    public long Id { get; }

    /// <summary>What nobody else has written.</summary>
    public IReadOnlyList<string> Words { get; }

    public bool IsDone => _done == _script.Count;

    /// <summary>From 0 to 1.</summary>
    public double Progress => (double)_done / _script.Count;

    /// <summary>What he waits for.</summary>
    public string Awaits => IsDone ? "nothing" : _script[_done].Until;

    /// <summary>Every new message that came to him, with the moment at which the messenger took it; edits are not among them.</summary>
    public IReadOnlyList<(string Text, long At)> Sent => _sent;

    public Task Begins() => _delivery.Write("/start");

    /// <summary>What he does about it.</summary>
    public Task Hears(AcceptedCall call)
    {
        if ((string?)call.Parameters["text"] is not { } text) return Task.CompletedTask;
        if (call.Method == "sendMessage") _sent.Add((text, call.At));
        return IsDone || !text.Contains(_script[_done].Until, StringComparison.Ordinal) ? Task.CompletedTask : _script[_done++].Then(call);
    }

    private Task Press(AcceptedCall call, string label)
    {
        var data = call.Parameters["reply_markup"]!["inline_keyboard"]!.AsArray().SelectMany(row => row!.AsArray())
            .Where(button => ((string)button!["text"]!).Contains(label, StringComparison.Ordinal)).Select(button => (string)button!["callback_data"]!).First();
        return _delivery.Press((int)call.Result["message_id"]!, data);
    }
}
