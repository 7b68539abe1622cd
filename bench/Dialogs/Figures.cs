using System.Diagnostics;

namespace Lavka.Bench.Dialogs;

/// <summary>What turns cost: wall time in microseconds (median, 99th percentile, mean), processor time and allocated bytes a turn.</summary>
internal sealed record Figures(double P50, double P99, double Mean, double Cpu, double Allocated)
{
    /// <summary>Does <paramref name="turn"/> so many times and looks at the clock around each.</summary>
    public static Figures Of(int turns, Action<int> turn)
    {
        var times = new double[turns];
        using var process = Process.GetCurrentProcess();
        var (allocated, cpu) = (GC.GetAllocatedBytesForCurrentThread(), process.TotalProcessorTime);
        for (var i = 0; i < turns; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            turn(i);
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
        }
        process.Refresh();
        var (used, made) = (process.TotalProcessorTime - cpu, GC.GetAllocatedBytesForCurrentThread() - allocated);
        Array.Sort(times);
        return new Figures(times[turns / 2], times[turns * 99 / 100], times.Average(), used.TotalMicroseconds / turns, made / (double)turns);
    }

    public override string ToString() =>
        FormattableString.Invariant($"p50 {P50:0.0} us, p99 {P99:0.0} us, mean {Mean:0.0} us, processor {Cpu:0.0} us, {Allocated / 1024:0.0} KB allocated");
}
