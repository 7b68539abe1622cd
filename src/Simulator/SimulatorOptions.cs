using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator;

/// <summary>What a program that starts the simulator inside itself decides; arguments and environment say the rest.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Bots known from the start, beside those of the settings <c>Bots:0:Token</c>, <c>Bots:0:Username</c>, <c>Bots:0:Name</c>.</summary>
    public IReadOnlyList<BotRegistration> Bots { get; init; } = [];

    /// <summary>Where to listen; port 0 takes a free one. Without it the setting <c>Urls</c>, else http://127.0.0.1:5090.</summary>
    public string? Urls { get; init; }

    /// <summary>The clock of everything the simulator does: dates, retries, expiry, time limits. It can be moved forward from outside.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
