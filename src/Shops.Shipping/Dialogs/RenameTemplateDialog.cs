using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Another name for a template (shipping:C03). Its own name in other letters is no other's.</summary>
/// <param name="mine">The customer's templates as they are now.</param>
public sealed class RenameTemplateDialog(Func<CancellationToken, Task<IReadOnlyList<Template>>> mine) : Dialog<TemplateName>
{
    public const string DialogName = "template-name";

    public override string Name => DialogName;

    protected override CancelWords Words => TemplateTexts.NotChanging;

    /// <summary>What it is opened with.</summary>
    public static Dictionary<string, string?> Of(TemplateId id) => new() { [TemplateActs.About] = id.Value };

    protected override async Flow<TemplateName> Talk()
    {
        var id = new TemplateId(Given(TemplateActs.About)!);
        return new TemplateName(id, await TemplateNames.Ask(Text("name", TemplateTexts.AskNewName))
            .CheckNow(async (typed, ct) => TemplateNames.Same(await mine(ct), typed) is { } same && same.Id != id ? TemplateTexts.NameTaken : null));
    }
}
