using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>One address of a template: opened with all of it given, so that the customer changes only what is wrong (shipping:C04).</summary>
public sealed class TemplateAddressDialog : AddressForm<TemplateAddress>
{
    public const string DialogName = "template-address";

    private const string Which = "party";

    public override string Name => DialogName;

    protected override CancelWords Words => TemplateTexts.NotChanging;

    /// <summary>What it is opened with.</summary>
    public static Dictionary<string, string?> Of(TemplateId id, Party party, Address address) => new(AnswersOf(party, address)) { [TemplateActs.About] = id.Value, [Which] = party.ToString() };

    protected override async Flow<TemplateAddress> Talk()
    {
        var party = Enum.Parse<Party>(Given(Which)!);
        var address = await Of(party);
        await Review(TemplateTexts.CheckAddress, TemplateTexts.SaveAddress);
        return new TemplateAddress(new TemplateId(Given(TemplateActs.About)!), party, address);
    }
}
