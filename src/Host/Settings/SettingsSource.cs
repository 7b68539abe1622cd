namespace Lavka.Host;

/// <summary>Where settings come from: <c>lavka.json</c> in the working folder, then environment variables with <c>__</c> for nesting, which prevail.</summary>
public static class SettingsSource
{
    public static IConfigurationRoot Read() => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("lavka.json"), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .Build();
}
