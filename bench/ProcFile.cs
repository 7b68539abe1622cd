using System.Globalization;

namespace Lavka.Bench;

/// <summary>What Linux tells of a process in <c>/proc</c>.</summary>
internal static class ProcFile
{
    private const double TicksPerSecond = 100;

    /// <summary>Processor time that it has used, in user mode and in the kernel, to a hundredth of a second.</summary>
    public static TimeSpan Cpu(int process) => Of(Stat(process) ?? throw new InvalidOperationException($"The process {process} has ended."), ended: false);

    /// <summary>The processor time of a process and of its children, those included that have ended.</summary>
    public static TimeSpan CpuOfFamily(int parent)
    {
        var sum = Of(Stat(parent) ?? throw new InvalidOperationException($"The process {parent} has ended."), ended: true);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) && Stat(process) is { } stat && Number(stat, 1) == parent) sum += Of(stat, ended: false);
        return sum;
    }

    public static int ParentOf(int process) => (int)Number(Stat(process) ?? throw new InvalidOperationException($"The process {process} is not on this machine."), 1);

    /// <summary>A line of <c>/proc/pid/status</c> in MB (millions of bytes): <c>VmRSS</c> is what it holds now, <c>VmHWM</c> the most it ever held.</summary>
    public static double Megabytes(int process, string line)
    {
        var kilobytes = File.ReadLines($"/proc/{process}/status").First(text => text.StartsWith(line + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024 / 1_000_000;
    }

    /// <summary>The fields after the name, which may contain anything; null when there is no such process.</summary>
    private static string[]? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string[] stat, int at) => long.Parse(stat[at], CultureInfo.InvariantCulture);

    private static TimeSpan Of(string[] stat, bool ended) =>
        TimeSpan.FromSeconds((Number(stat, 11) + Number(stat, 12) + (ended ? Number(stat, 13) + Number(stat, 14) : 0)) / TicksPerSecond);
}
