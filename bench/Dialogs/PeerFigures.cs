namespace Lavka.Bench.Dialogs;

/// <summary>What the peer measured of itself: times in microseconds, the size of its stored state in bytes.</summary>
internal sealed record PeerFigures(PeerFigures.Turns Forms, IReadOnlyList<PeerFigures.Place> Wrong, IReadOnlyList<PeerFigures.Place> Orders)
{
    public sealed record Turns(double P50, double P99, double Mean, double Cpu)
    {
        public override string ToString() => FormattableString.Invariant($"p50 {P50:0} us, p99 {P99:0} us, mean {Mean:0} us, processor {Cpu:0} us");
    }

    /// <summary>A turn after <paramref name="Count"/> wrong answers or in so many orders.</summary>
    public sealed record Place(int Count, double P50, long Bytes);
}
