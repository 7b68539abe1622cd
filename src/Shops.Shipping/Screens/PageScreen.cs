using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Shops.Shipping;

/// <summary>A page of text: help, questions. <paramref name="contact"/> is the address of a person to write to, null when the shop names none.</summary>
public sealed class PageScreen(string route, Text page, string? contact) : Screen<Desk, Text>
{
    public override string Pattern => route;

    protected override Task<Text?> Read(Desk desk, RouteArgs at, CancellationToken ct) => Task.FromResult<Text?>(page);

    public override View Show(Text model)
    {
        var view = new View(model);
        if (contact is not null) view = view.Row(Button.Link(ShopTexts.Contact, contact));
        return view.Row(Button.To(DialogTexts.Home, Routes.Home));
    }
}
