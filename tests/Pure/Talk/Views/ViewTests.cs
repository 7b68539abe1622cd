using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Views;

public sealed class ViewTests
{
    private static readonly View Menu = new View(new Text(ru: "<b>Меню</b>", en: "<b>Menu</b>"))
        .Row(Button.To(new Text(ru: "Заказ", en: "Order"), "order/1"), Button.Link(Text.Literal("Site"), "https://shop.example"))
        .Row(Button.To(Text.Literal("Help"), "help"))
        .Row();

    [Fact]
    public void A_view_is_drawn_in_a_language()
    {
        var message = Menu.In(Language.Ru);
        message.Html.ShouldBe("<b>Меню</b>");
        message.Rows.Select(row => string.Join('|', row)).ShouldBe(
        [
            $"{new Key("Заказ", "/order/1", null)}|{new Key("Site", null, "https://shop.example")}",
            $"{new Key("Help", "/help", null)}",
        ]);
    }

    [Fact]
    public void Without_buttons_its_links_stand_in_the_text()
    {
        var message = Menu.WithoutButtons().In(Language.En);
        message.Rows.ShouldBeEmpty();
        message.Html.ShouldBe("<b>Menu</b>\nSite: https://shop.example");
    }

    [Fact]
    public void A_long_label_is_cut_between_characters_that_a_person_sees() =>
        new View(Text.Literal("x")).Row(Button.To(Text.Literal(string.Concat(Enumerable.Repeat("👩‍💻", 70))), "a")).In(Language.En)
            .Rows[0][0].Label.ShouldBe(string.Concat(Enumerable.Repeat("👩‍💻", 63)) + "…");
}
