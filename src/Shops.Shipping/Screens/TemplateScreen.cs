using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>One template with both its addresses, and all that can be done with it (spec 2.9). A foreign one is not found.</summary>
public class TemplateScreen : Screen<Desk, Template>
{
    public override string Pattern => Routes.TemplatePattern;

    protected override Task<Template?> Read(Desk desk, RouteArgs at, CancellationToken ct) => TemplateActs.Find(desk, at, ct);

    public override View Show(Template model) =>
        new View(TemplateTexts.Named(TemplateTexts.One, model).With("addresses", ShipmentText.Of(TemplateActs.Read(model))))
            .Row(Button.To(TemplateTexts.Use, Routes.UseTemplate(model.Id)))
            .Row(Button.To(TemplateTexts.EditSender, Routes.EditTemplate(model.Id, Party.Sender)))
            .Row(Button.To(TemplateTexts.EditRecipient, Routes.EditTemplate(model.Id, Party.Recipient)))
            .Row(Button.To(TemplateTexts.Rename, Routes.RenameTemplate(model.Id)), Button.To(TemplateTexts.Delete, Routes.AskDeleteTemplate(model.Id)))
            .Row(Button.To(TemplateTexts.ToList, Routes.Templates));
}
