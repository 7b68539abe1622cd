namespace Lavka.Simulator.Telegram.Wire;

/// <summary>What helps a refused caller: seconds to keep away.</summary>
public sealed record WireParameters(int RetryAfter);
