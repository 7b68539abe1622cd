using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Labels;

/// <summary>How buying a label ended: with a label that is paid for, or with errors and nothing taken.</summary>
public abstract record Purchase
{
    private Purchase()
    {
    }

    public sealed record Bought(Label Label) : Purchase;

    public sealed record Refused(IReadOnlyList<VendorError> Errors) : Purchase;
}
