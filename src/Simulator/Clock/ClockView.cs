namespace Lavka.Simulator.Clock;

/// <summary>What time the simulator thinks it is, in Unix seconds, and by how many seconds it was moved.</summary>
public sealed record ClockView(long Now, long Ahead);
