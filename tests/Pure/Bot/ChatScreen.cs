using Lavka.Bot;
using Lavka.Talk;
using Shouldly;

namespace Lavka.Pure.Bot;

/// <summary>What a person's messenger shows after every turn: each sheet is carried out as a messenger would, the state is reloaded between turns.</summary>
internal sealed class ChatScreen
{
    private readonly Dictionary<string, Message> _messages = [];

    public ChatState State { get; private set; } = new();

    public IReadOnlyCollection<string> Ids => _messages.Keys;

    /// <summary>The messages from top to bottom, with the number of live buttons or "link" behind those that still have any.</summary>
    public IEnumerable<string> Lines => _messages.Values.Select(message => message.Html + Buttons(message));

    /// <summary>The message whose buttons stand in the place of the keyboard.</summary>
    public string? Keyboard { get; private set; }

    /// <summary>Messages with buttons that come back to the bot.</summary>
    public IReadOnlyList<string> Alive => [.. _messages.Where(shown => Presses(shown.Value) > 0).Select(shown => shown.Key)];

    /// <param name="act">What the turn does.</param>
    /// <param name="pressed">The message whose button began it.</param>
    /// <param name="isKnown">Whether the messenger's id of the live message has come back yet.</param>
    public void Turn(Action<Stage> act, string? pressed = null, bool isKnown = true)
    {
        var live = State.Live is { } shown && isKnown ? "m" + shown.Seq : null;
        var stage = new Stage(ChatState.FromJson(State.ToJson()), pressed, live);
        act(stage);
        foreach (var sheet in stage.Sheets) Carry(sheet);
        State = stage.State;
    }

    /// <summary>A message that lost its buttons still shows them on a slow phone: they can be pressed.</summary>
    public void Haunt(string id, string text) => _messages[id] = Views.Keys(text).In(Language.En);

    private void Carry(Sheet sheet)
    {
        var target = sheet.EditsMessage ?? "m" + sheet.EditsSeq;
        switch (sheet.Act)
        {
            case Act.Say:
                _messages.Add("m" + sheet.Seq, sheet.Message);
                if (sheet.Message.EndsWish) (sheet.Message.AwaitsText || sheet.Message.Wants is not null || sheet.Message.Rows.Count > 0).ShouldBeFalse("A message has one markup.");
                if (sheet.Message.EndsWish || sheet.Message.AwaitsText) Keyboard = null;
                if (sheet.Message.Wants is not null) Keyboard = "m" + sheet.Seq;
                break;
            case Act.Replace:
                _messages.ShouldContainKey(target);
                _messages[target].AwaitsText.ShouldBeFalse("A message that opened the keyboard cannot be edited.");
                _messages[target].Wants.ShouldBeNull("A message with buttons in the place of the keyboard cannot be edited.");
                sheet.Message.Wants.ShouldBeNull("An edited message cannot put buttons in the place of the keyboard.");
                _messages[target] = sheet.Message;
                break;
            case Act.Strip when _messages.TryGetValue(target, out var stripped):
                _messages[target] = stripped with { Rows = [] };
                break;
        }
    }

    private static string Buttons(Message message) => message.Rows.Count == 0 || message.Wants is not null ? "" : Presses(message) is > 0 and var presses ? $" [{presses}]" : " [link]";

    private static int Presses(Message message) => message.Wants is not null ? 0 : message.Rows.Sum(row => row.Count(key => key.Data is not null));
}
