using System.Text.Json;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>
/// Under which name two addresses are kept (spec 2.9). A name that is in use leads to a choice: update that template, take another name, or cancel (shipping:C06).
/// Where no more fit, one of those that are there may be updated (shipping:C08).
/// </summary>
/// <param name="mine">The customer's templates as they are now.</param>
public sealed class SaveTemplateDialog(Func<CancellationToken, Task<IReadOnlyList<Template>>> mine) : Dialog<TemplateWish>
{
    public const string DialogName = "template";

    private const string Addresses = "addresses";

    public override string Name => DialogName;

    protected override CancelWords Words => TemplateTexts.NotSaving;

    /// <summary>What it is opened with.</summary>
    public static Dictionary<string, string?> Of(AddressPair pair) => new() { [Addresses] = JsonSerializer.Serialize(pair, ShippingJson.Default.AddressPair) };

    protected override async Flow<TemplateWish> Talk()
    {
        var pair = JsonSerializer.Deserialize(Given(Addresses)!, ShippingJson.Default.AddressPair)!;
        var templates = await Look("mine", mine);
        if (templates.Count >= Templates.Most)
        {
            Say(TemplateTexts.Counted(TemplateTexts.Full, templates.Count));
            var old = await Choice("old", TemplateTexts.WhichToUpdate, [.. templates.Select(template => new Option<Template>(template.Id.Value, TemplateTexts.Named(TemplateTexts.Button, template), template))])
                .Label(TemplateTexts.NameLabel);
            return new TemplateWish(pair, old.Name, old.Id);
        }
        var name = await TemplateNames.Ask(Text("name", TemplateTexts.AskName)).Default(pair.To.Name);
        if (TemplateNames.Same(templates, name) is not { } same) return new TemplateWish(pair, name, null);
        Option<bool>[] ways = [new("update", TemplateTexts.Update, Value: true), new("other", TemplateTexts.OtherName, Value: false)];
        if (await Choice("same", TemplateTexts.Named(TemplateTexts.SameName, same), ways).Label(TemplateTexts.NameLabel)) return new TemplateWish(pair, same.Name, same.Id);
        var other = await TemplateNames.Ask(Text("other", TemplateTexts.AskName)).Sample("Mum, Boston").Check(typed => TemplateNames.Same(templates, typed) is null, TemplateTexts.NameTaken);
        return new TemplateWish(pair, other, null);
    }
}
