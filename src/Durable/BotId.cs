namespace Lavka.Durable;

/// <summary>One bot of one messenger; its value is the shop's id from the settings, such as <c>labels</c>.</summary>
public readonly record struct BotId(string Value)
{
    public override string ToString() => Value;
}
