namespace Lavka.Simulator.Carrier.Wire;

/// <summary>The answer to <c>GET /carriers</c>: the accounts one may ship with, their services and their balances in dollars.</summary>
public sealed record CarriersResponse(IReadOnlyList<CarriersResponse.Carrier> Carriers)
{
    public sealed record Carrier(
        string CarrierId,
        string CarrierCode,
        string AccountNumber,
        bool RequiresFundedAccount,
        decimal Balance,
        string Nickname,
        string FriendlyName,
        bool Primary,
        bool DisabledByBillingPlan,
        IReadOnlyList<Service> Services);

    public sealed record Service(
        string CarrierId, string CarrierCode, string ServiceCode, string Name, bool Domestic, bool International, bool IsMultiPackageSupported);
}
