namespace Lavka.Simulator.Carrier.Accounts;

/// <summary>A carrier that the simulator knows: its names, its services, and, where labels are paid from a wallet, the cents it starts with.</summary>
public sealed record CarrierProfile(string Id, string Code, string FriendlyName, long? OpeningBalance, IReadOnlyList<Service> Services)
{
    public Service? Find(string serviceCode) => Services.FirstOrDefault(service => service.Code.Equals(serviceCode, StringComparison.Ordinal));
}
