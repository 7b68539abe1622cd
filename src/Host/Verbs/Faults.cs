namespace Lavka.Host;

/// <summary>Tells what is wrong with the settings, all of it, a line each.</summary>
internal static class Faults
{
    public const int ExitCode = 2;

    public static int Tell(IReadOnlyList<SettingFault> faults, TextWriter errors)
    {
        errors.WriteLine(faults.Count == 1 ? "Lavka cannot start, one setting is wrong:" : $"Lavka cannot start, {faults.Count} settings are wrong:");
        foreach (var fault in faults) errors.WriteLine("  " + fault);
        return ExitCode;
    }
}
