using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>What a new order begins with: nothing, or one of the templates (spec 2.2).</summary>
public sealed class NewFromScreen : Screen<Desk, TemplatesScreen.Model>
{
    public override string Pattern => Routes.NewFrom;

    protected override async Task<TemplatesScreen.Model?> Read(Desk desk, RouteArgs at, CancellationToken ct) => new(await desk.Templates.All(ct));

    public override View Show(TemplatesScreen.Model model)
    {
        var view = new View(TemplateTexts.NewFrom).Row(Button.To(TemplateTexts.Blank, Routes.NewBlank));
        foreach (var template in model.Templates) view = view.Row(Button.To(TemplateTexts.Named(TemplateTexts.Button, template), Routes.UseTemplate(template.Id)));
        return view.Row(Button.To(DialogTexts.Home, Routes.Home));
    }
}
