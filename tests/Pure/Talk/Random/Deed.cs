using Lavka.Kit;

namespace Lavka.Pure.Talk.Random;

/// <summary>One move of a person or of a developer: it can be done again, in another copy of the chat. <paramref name="Pressed"/> is the data of the button, if one was pressed.</summary>
internal sealed record Deed(Func<TestChat, TestChat> Do, string? Pressed = null);
