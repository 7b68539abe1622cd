using System.Diagnostics;

namespace Lavka.Bench.Load;

/// <summary>
/// The load goes on where a socket woke it and not on another thread: it shares the machine with whoever is measured, and a third of what it cost was going from thread to thread.
/// The runtime reads this from the environment at the first socket.
/// </summary>
internal static class LightSockets
{
    private static readonly string[] Settings = ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"];

    /// <summary>For this process, which has used no socket yet.</summary>
    public static void Use()
    {
        foreach (var setting in Settings) Environment.SetEnvironmentVariable(setting, "1");
    }

    /// <summary>Whoever is measured runs as people run it.</summary>
    public static void KeepFrom(ProcessStartInfo start)
    {
        foreach (var setting in Settings) start.Environment.Remove(setting);
    }
}
