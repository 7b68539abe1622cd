using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>The customer's templates, or what templates are good for (spec 2.9).</summary>
public sealed class TemplatesScreen : Screen<Desk, TemplatesScreen.Model>
{
    public override string Pattern => Routes.Templates;

    /// <summary>The oldest first.</summary>
    public sealed record Model(IReadOnlyList<Template> Templates);

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) => new(await desk.Templates.All(ct));

    public override View Show(Model model)
    {
        // In the middle of an order the list stands beside it, without buttons: the names are in the text too.
        IEnumerable<Text> lines = model.Templates.Count == 0 ? [TemplateTexts.None] : model.Templates.Select(template => TemplateTexts.Named(TemplateTexts.Button, template));
        var view = new View(Text.Lines([TemplateTexts.Counted(TemplateTexts.Title, model.Templates.Count), Text.Empty, .. lines]));
        foreach (var template in model.Templates) view = view.Row(Button.To(TemplateTexts.Named(TemplateTexts.Button, template), Routes.Template(template.Id)));
        return view.Row(Button.To(LabelTexts.NewOrder, Routes.NewOrder)).Row(Button.To(DialogTexts.Home, Routes.Home));
    }
}
