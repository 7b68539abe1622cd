using System.Collections;

namespace Lavka.Host;

/// <summary>
/// Where settings come from: <c>lavka.json</c> and <c>lavka.env</c> in the working folder, then environment variables with <c>__</c> for nesting; what comes
/// later prevails. Whatever is written twice in one of them is a fault, because nobody can tell which of the two was meant (shipping:H02).
/// </summary>
public static class SettingsSource
{
    private const string JsonName = "lavka.json";
    private const string EnvName = "lavka.env";

    public static IConfigurationRoot Read() =>
        Read(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(variable => (string)variable.Key));

    /// <summary>The files of a folder, and the environment, whose names are given as they are written there.</summary>
    public static IConfigurationRoot Read(string folder, IEnumerable<string> environment)
    {
        var builder = new ConfigurationBuilder();
        List<SettingFault> faults = [.. TwiceWritten.InEnvironment(environment)];
        var (json, env) = (Path.Combine(Path.GetFullPath(folder), JsonName), Path.Combine(folder, EnvName));
        if (File.Exists(json))
        {
            var wrong = TwiceWritten.InJson(JsonName, File.ReadAllText(json)).ToList();
            faults.AddRange(wrong);
            if (wrong.Count == 0) builder.AddJsonFile(json, optional: false, reloadOnChange: false);
        }
        if (File.Exists(env))
        {
            var file = EnvFile.Read(EnvName, File.ReadLines(env));
            faults.AddRange(file.Faults);
            builder.AddInMemoryCollection(file.Settings);
        }
        return builder.AddEnvironmentVariables().Add(new FaultySources(faults)).Build();
    }
}
