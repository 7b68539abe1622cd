using System.Text.Json;
using Lavka.Bot;
using Lavka.Commerce;
using Lavka.Shops.Shipping;
using Lavka.Talk;

namespace Lavka.Bench.Dialogs;

/// <summary>
/// Turns of the shop's own order form (18 questions) without a store: the chat is read from JSON, the dialog takes one answer, the stage decides what is sent,
/// the messages are written as the outbox keeps them, and the chat is written to JSON.
/// </summary>
internal sealed class FormTurns
{
    public static readonly IReadOnlyList<string> Answers =
    [
        "John Smith", "215 Clayton St.", "Apt 4B", "San Francisco", "CA", "94102", "+11234567890",
        "Mary Jones", "350 Fifth Ave", "Suite 200", "New York", "NY", "10118", "+12125550102",
        "5.5", "12", "8.25", "4",
    ];

    private readonly OrderDialog _form = new((_, _) => Task.FromResult<Found<Offers>>(new Found<Offers>.Refused(Text.Literal("No rates"))), new Pricing(new Money(10_00, Currency.Usd)), 0);
    private int _updates;

    /// <summary>The chat as it is stored.</summary>
    public string Chat { get; set; } = new ChatState { Person = new Person("7", "Anna", "anna", "en") }.ToJson();

    /// <summary>Bytes of JSON that went to the outbox.</summary>
    public long Sent { get; private set; }

    /// <summary>A new order in the same chat: the form opens at its first question.</summary>
    public void Open()
    {
        var chat = ChatState.FromJson(Chat);
        var opened = chat.Opened + 1;
        chat = chat with { Opened = opened, Dialog = DialogState.Open(_form.Name, FormattableString.Invariant($"d{opened}")) };
        Chat = Turn(chat, new Input.Open());
    }

    public void Say(string text) => Chat = Turned(text);

    /// <summary>What the chat would be after this text; nothing is kept, so the same turn can be measured again and again.</summary>
    public string Turned(string text) => Turn(ChatState.FromJson(Chat), new Input.Wrote(text));

    /// <summary>Answers the first so many questions.</summary>
    public void Fill(int answers)
    {
        foreach (var answer in Answers.Take(answers)) Say(answer);
    }

    /// <summary>Only the dialog: its state is read from JSON, takes one answer, and is written to JSON.</summary>
    public string Stepped(string dialog, string text) => ((Outcome.Asks)_form.Step(DialogState.FromJson(dialog), new Input.Wrote(text))).State.ToJson();

    private string Turn(ChatState chat, Input input)
    {
        var stage = new Stage(chat.Remember(FormattableString.Invariant($"{100_000_000 + ++_updates}")));
        var (state, prompt) = _form.Step(chat.Dialog!, input) switch
        {
            Outcome.Asks asks => (asks.State, asks.Prompt),
            var other => throw new InvalidOperationException($"The form was to ask: {other}."),
        };
        stage.State = stage.State with { Dialog = state };
        if (prompt.Manner is Manner.Next) stage.Close(prompt.Closing);
        stage.Show(prompt.View);
        foreach (var sheet in stage.Sheets) Sent += JsonSerializer.Serialize(sheet.Message, MessageJson.Default.Message).Length;
        return stage.State.ToJson();
    }
}
