namespace Lavka.Host;

/// <summary>Carries what is wrong with the sources themselves to whoever reads the settings. It has no settings of its own.</summary>
internal sealed class FaultySources(IReadOnlyList<SettingFault> faults) : ConfigurationProvider, IConfigurationSource
{
    public static IEnumerable<SettingFault> In(IConfiguration configuration) =>
        configuration is IConfigurationRoot root ? root.Providers.OfType<FaultySources>().SelectMany(sources => sources.Faults) : [];

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    private IReadOnlyList<SettingFault> Faults => faults;
}
