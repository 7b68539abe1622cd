using System.Globalization;

namespace Lavka.Whole;

/// <summary>The clock on the wall of one host, set while the host runs: libfaketime answers in the place of the system. The steady clock, by which programs wait, goes on as always.</summary>
internal sealed class WallClock(Town town)
{
    public const string NoTool = "There is no libfaketime on this machine (test.sh installs it).";

    private static readonly string? Library = Directory.Exists("/usr/lib")
        ? Directory.EnumerateDirectories("/usr/lib").Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
        : null;

    public static bool IsPossible => Library is not null;

    /// <summary>The settings of a host whose clock can be set.</summary>
    public static IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library ?? "", ["FAKETIME_TIMESTAMP_FILE"] = "{folder}/clock", ["FAKETIME_CACHE_DURATION"] = "1", ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1", ["DONT_FAKE_MONOTONIC"] = "1",
    };

    /// <summary>Returns when the host goes by a clock that is so far ahead of the right one, or behind it.</summary>
    public async Task Set(TimeSpan ahead)
    {
        await File.WriteAllTextAsync(Path.Combine(town.Folder, "clock"), ahead.TotalSeconds.ToString("+0;-0;+0", CultureInfo.InvariantCulture));
        await Until.True(async () => ((await Shown()) - DateTimeOffset.UtcNow - ahead).Duration() < TimeSpan.FromSeconds(3), $"the host's clock is {ahead} ahead");
    }

    private async Task<DateTimeOffset> Shown()
    {
        using var answer = await town.Host.Http.GetAsync("/health/live");
        return answer.Headers.Date!.Value;
    }
}
