namespace Lavka.Bench.Ingest;

/// <summary>What one contestant took in, and what was left of it after a kill.</summary>
/// <param name="PerSecond">Acknowledged updates, those that were only repeated not counted.</param>
/// <param name="P50">Milliseconds to an acknowledgement.</param>
/// <param name="P99">Milliseconds to an acknowledgement.</param>
/// <param name="Cpu">Processor time of the bot's process an update, in microseconds.</param>
/// <param name="Back">Seconds from the kill to the next acknowledgement.</param>
/// <param name="Missing">Acknowledged updates that were never answered.</param>
/// <param name="Doubled">Answers beyond one an update.</param>
/// <param name="Forged">Updates with a wrong secret that were taken.</param>
internal sealed record IngestFigures(double PerSecond, double P50, double P99, double Cpu, double Back, int Missing, int Doubled, long Forged)
{
    public override string ToString() => FormattableString.Invariant(
        $"{PerSecond:0} a second, p50 {P50:0.0} ms, p99 {P99:0.0} ms, processor {Cpu:0} us, back after {Back:0.0} s, never answered {Missing}, answered twice {Doubled}, forged and taken {Forged}");
}
