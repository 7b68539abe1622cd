using System.Text.Json;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>What the buttons and forms of templates do, each inside its turn. Whatever id a button carries, only the customer's own templates are found (shipping:C10).</summary>
internal static class TemplateActs
{
    /// <summary>Given at the opening of a form that changes a template: which one.</summary>
    public const string About = "id";

    /// <summary>Who has templates is asked what his order begins with.</summary>
    public static async Task<Next> Begin(Desk desk, RouteArgs at, CancellationToken ct) =>
        (await desk.Templates.All(ct)).Count > 0 ? Show(Routes.NewFrom) : new Next.Ask(OrderDialog.DialogName);

    /// <summary>The order form with both addresses given: it opens at the weight (shipping:C01).</summary>
    public static async Task<Next> Use(Desk desk, RouteArgs at, CancellationToken ct) =>
        await Find(desk, at, ct) is { } template ? new Next.Ask(OrderDialog.DialogName, OrderDialog.AnswersOf(Read(template))) : new Next.Stay(TemplateTexts.Gone);

    public static async Task<Next> Edit(Desk desk, RouteArgs at, CancellationToken ct) =>
        await Find(desk, at, ct) is { } template && Enum.TryParse<Party>(at["party"], out var party) && Enum.IsDefined(party)
            ? new Next.Ask(TemplateAddressDialog.DialogName, TemplateAddressDialog.Of(template.Id, party, Read(template)[party]))
            : new Next.Stay(TemplateTexts.Gone);

    public static async Task<Next> AskName(Desk desk, RouteArgs at, CancellationToken ct) =>
        await Find(desk, at, ct) is { } template ? new Next.Ask(RenameTemplateDialog.DialogName, RenameTemplateDialog.Of(template.Id)) : new Next.Stay(TemplateTexts.Gone);

    /// <summary>The addresses of an order, as a template.</summary>
    public static async Task<Next> OfOrder(Desk desk, RouteArgs at, CancellationToken ct) =>
        OrderId.Read(at["id"]) is { } id && await LabelProcess.Process.Read(desk, id, ct) is { Chosen.Shipment: var shipment }
            ? new Next.Ask(SaveTemplateDialog.DialogName, SaveTemplateDialog.Of(new AddressPair(shipment.From, shipment.To)))
            : new Next.Stay(LabelTexts.NotActive);

    /// <summary>Deleting it a second time leads to the same list (shipping:C11).</summary>
    public static async Task<Next> Delete(Desk desk, RouteArgs at, CancellationToken ct)
    {
        if (TemplateId.Read(at["id"]) is { } id) await desk.Templates.Delete(id, ct);
        return Show(Routes.Templates);
    }

    public static async Task<Next> Save(Desk desk, TemplateWish wish, CancellationToken ct)
    {
        var details = Write(wish.Addresses);
        var isSaved = wish.Replaces is { } id ? await desk.Templates.Change(id, details, ct) : await desk.Templates.Add(wish.Name, details, ct) is Keeping.Kept;
        return new Next.Tell(Saved(wish.Name, isSaved));
    }

    public static async Task<Next> Rename(Desk desk, TemplateName wish, CancellationToken ct) =>
        await desk.Templates.Rename(wish.Id, wish.Name, ct) is Keeping.NameTaken ? new Next.Tell(Told(TemplateTexts.NameTaken)) : Show(Routes.Template(wish.Id));

    public static async Task<Next> Change(Desk desk, TemplateAddress wish, CancellationToken ct)
    {
        if (await desk.Templates.Find(wish.Id, ct) is { } template) await desk.Templates.Change(wish.Id, Write(Read(template).With(wish.Party, wish.Address)), ct);
        return Show(Routes.Template(wish.Id));
    }

    /// <summary>Whoever leaves a change is back at the template that it was about.</summary>
    public static Next AtTemplate(DialogState state) =>
        state.Answers.GetValueOrDefault(About) is { } id ? Show(Routes.Template(new TemplateId(id))) : Show(Routes.Templates);

    public static AddressPair Read(Template template) =>
        JsonSerializer.Deserialize(template.Details, ShippingJson.Default.AddressPair) ?? throw new JsonException($"The template {template.Id} has no addresses.");

    public static View Saved(string name, bool isSaved) => Told(isSaved ? TemplateTexts.Saved.With("name", name) : TemplateTexts.NotSaved);

    /// <summary>The customer's own template that the route names.</summary>
    public static async Task<Template?> Find(Desk desk, RouteArgs at, CancellationToken ct) => TemplateId.Read(at["id"]) is { } id ? await desk.Templates.Find(id, ct) : null;

    private static View Told(Text text) => new View(text)
        .Row(Button.To(TemplateTexts.Mine, Routes.Templates))
        .Row(Button.To(DialogTexts.Home, Routes.Home));

    private static string Write(AddressPair pair) => JsonSerializer.Serialize(pair, ShippingJson.Default.AddressPair);

    private static Next.Show Show(string route) => new(new Route(route));
}
