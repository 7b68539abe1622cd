namespace Lavka.Simulator.Telegram.Api;

/// <summary>One method of the Bot API. It changes nothing when it refuses.</summary>
public interface IMethod
{
    /// <summary>As Telegram spells it; callers may use any case.</summary>
    string Name { get; }

    /// <summary>Every field the method takes; a call with another one is refused.</summary>
    IReadOnlyList<string> Fields { get; }

    /// <summary>Throws <see cref="RefusedException"/> in Telegram's words for what Telegram refuses.</summary>
    ValueTask<Success> Run(Call call, CancellationToken cancellationToken);
}
