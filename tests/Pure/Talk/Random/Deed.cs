using Lavka.Kit;
using Lavka.Talk;
using Shouldly;

namespace Lavka.Pure.Talk.Random;

/// <summary>One move of a person or of a developer: it can be done again, in another copy of the chat. <paramref name="Pressed"/> is the data of the button, if one was pressed.</summary>
internal sealed record Deed(Func<TestChat, TestChat> Do, string? Pressed = null)
{
    /// <summary>What the dialog was given, one after the other; null when that is not told.</summary>
    public IReadOnlyList<Input>? Inputs { get; init; }

    /// <summary>The only thing that the dialog was given; null when there was none or more, or that is not told.</summary>
    public Input? Only => Inputs is [var only] ? only : null;

    public static Deed Of(params IReadOnlyList<Input> inputs) => new(there => inputs.Aggregate(there, (chat, input) => chat.Step(input))) { Inputs = inputs };

    /// <summary>A press; a button of another dialog never reaches this one, nothing is shown for it.</summary>
    public static Deed Press(TestChat chat, string data)
    {
        var (dialog, at, tap) = TapCode.Read(data)!.Value;
        return dialog == chat.State!.Id
            ? new Deed(there => Returned(there, there.Json, there.Press(data)), data) { Inputs = [new Input.Tapped(at, tap)] }
            : new Deed(there => there.Press(data).Step(new Input.Open()), data) { Inputs = [new Input.Open()] };
    }

    /// <summary>A dialog that was opened on top has changed nothing of this one, and it goes on.</summary>
    private static TestChat Returned(TestChat there, string before, TestChat pressed)
    {
        if (pressed.Outcome is not Outcome.Opens) return pressed;
        there.Json.ShouldBe(before);
        return pressed.Return();
    }
}
