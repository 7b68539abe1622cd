using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>Asks before a template is deleted (shipping:C11).</summary>
public sealed class DeleteTemplateScreen : TemplateScreen
{
    public override string Pattern => Routes.AskDeleteTemplatePattern;

    public override View Show(Template model) => new View(TemplateTexts.Named(TemplateTexts.AskDelete, model))
        .Row(Button.To(TemplateTexts.YesDelete, Routes.DeleteTemplate(model.Id)))
        .Row(Button.To(TemplateTexts.KeepIt, Routes.Template(model.Id)));
}
