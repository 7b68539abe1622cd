namespace Lavka.Simulator.Carrier;

/// <summary>
/// The section <c>Carrier</c> of the settings: the only API key that is let in, how long a rate can be bought (default one hour),
/// and where a path of the API begins.
/// </summary>
public sealed record CarrierSettings(string ApiKey, TimeSpan RateLifetime)
{
    public const string Root = "/carrier/v2";

    public static CarrierSettings From(IConfiguration configuration) => new(
        configuration["Carrier:ApiKey"] ?? "TEST_carrier",
        configuration.GetValue("Carrier:RateLifetime", TimeSpan.FromHours(1)));
}
