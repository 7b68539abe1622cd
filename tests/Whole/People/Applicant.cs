using System.Globalization;
using System.Text.Json.Nodes;
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
    private long? _acted;

    /// <param name="id">The chat.</param>
    /// <param name="number">Makes his words his own.</param>
    /// <param name="delivery">How what he does reaches the shop.</param>
    /// <param name="pays">Pays the invoice with this track id; then he buys the label. Without it he stops before the payment.</param>
    public Applicant(long id, int number, IDelivery delivery, Func<string, Task>? pays = null)
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
            // The carrier's account for USPS has money for some thirty labels; that for UPS has no end.
            ("Choose a rate", call => Press(call, pays is null ? "USPS Ground" : "UPS Ground")),
            ("Pay for order", call => pays is null ? Task.CompletedTask : Press(call, "Top up")),
        ];
        if (pays is null) return;
        _script.AddRange(
        [
            ("How much would you like to top up", _ => _delivery.Write("50")),
            ("The invoice is ready", call => pays(Link(call).Split('/')[^1])),
            ("Your balance was topped up", call => Press(call, "Pay the order")),
            ("To pay", call => Press(call, "Pay from balance")),
            ("Thank you", _ => Task.CompletedTask),
        ]);
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

    /// <summary>How long he waited for each answer, in milliseconds.</summary>
    public List<long> Waits { get; } = [];

    public Task Begins() => _delivery.Write("/start");

    /// <summary>What he does about it.</summary>
    public Task Hears(AcceptedCall call)
    {
        if ((string?)(call.Parameters["text"] ?? call.Parameters["caption"]) is not { } text) return Task.CompletedTask;
        if (call.Method.StartsWith("send", StringComparison.Ordinal)) _sent.Add((text, call.At));
        if (IsDone || !text.Contains(_script[_done].Until, StringComparison.Ordinal)) return Task.CompletedTask;
        if (_acted is { } acted) Waits.Add(call.At - acted);
        _acted = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        return _script[_done++].Then(call);
    }

    private Task Press(AcceptedCall call, string label) => _delivery.Press(
        (int)call.Result["message_id"]!, (string)Buttons(call).First(button => ((string)button["text"]!).Contains(label, StringComparison.Ordinal))["callback_data"]!);

    private static string Link(AcceptedCall call) => Buttons(call).Select(button => (string?)button["url"]).OfType<string>().First();

    private static IEnumerable<JsonNode> Buttons(AcceptedCall call) =>
        call.Parameters["reply_markup"]!["inline_keyboard"]!.AsArray().SelectMany(row => row!.AsArray()).Select(button => button!);
}
