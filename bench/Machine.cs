using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace Lavka.Bench;

/// <summary>Where the figures come from.</summary>
internal static class Machine
{
    public static string Describe() => FormattableString.Invariant($"{Environment.ProcessorCount} cores ({Processor()}), load {Load()}, .NET {Environment.Version}, {Configuration()}");

    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static string Processor() => File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(": ")[1];

    /// <summary>"release" or "debug": also the name of the folder that a program is built into.</summary>
    public static string Configuration() => typeof(Machine).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration.ToLowerInvariant();

    /// <summary>The repository: this program lies in <c>artifacts/bin/Bench/release</c>.</summary>
    public static string Root() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
