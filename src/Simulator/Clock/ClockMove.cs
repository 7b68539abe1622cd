namespace Lavka.Simulator.Clock;

/// <summary>The body of <c>POST /sim/clock</c>: how many seconds to go forward.</summary>
public sealed record ClockMove(long Seconds);
