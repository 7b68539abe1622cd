using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Stored.Bot;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>Templates as a customer meets them (spec 2.9): saved from the review, listed, used, changed, renamed, deleted.</summary>
public sealed class TemplateTests
{
    private const long Purse = 500_00;

    [Fact, Covers("shipping:C05", "shipping:C13")]
    public async Task saving_from_the_review_leads_back_to_the_review_and_the_order_goes_on()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToReview();
        var review = anna.Seen;

        await anna.Taps("Save as template");
        anna.Sees("What shall the template be called?", "Mary Jones");
        await shop.Floor.Restart();
        await anna.Writes("To <b>Mum</b> *_");

        anna.Chat[^2].Message.Html.ShouldEndWith("✅ The template <b>To &lt;b&gt;Mum&lt;/b&gt; *_</b> is saved.");
        anna.Seen.ShouldBe(review);
        await anna.Writes("/templates");
        anna.Chat[^2].Message.Html.ShouldContain("Your templates (1/10)");
        anna.Chat[^2].Message.Html.ShouldContain("📋 To &lt;b&gt;Mum&lt;/b&gt; *_");
        await anna.Taps("All correct");
        await shop.Floor.WorkAndDeliver();
        await anna.Taps("Ground Advantage");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        (await shop.Order()).State.ShouldBe(Lavka.Shops.Shipping.LabelState.Delivered);
    }

    [Fact, Covers("shipping:C01", "shipping:C02", "shipping:C07")]
    public async Task an_order_from_a_template_asks_for_the_parcel_only_and_is_bought_with_all_of_the_addresses()
    {
        await using var shop = await LabelShop.Open();
        var anna = await Saved(shop, "Mum");
        await anna.Taps("All correct");
        await shop.Floor.WorkAndDeliver();
        await anna.Taps("Ground Advantage");
        await anna.Writes("/start");
        await anna.Taps("Cancel the order");
        var first = (await shop.Order()).Chosen.Shipment;

        await anna.Taps("Create order");
        anna.Sees("What shall the order begin with?", "[📝 New order]", "[📋 Mum]");
        await anna.Taps("📋 Mum");
        anna.Sees("Step 15/18", "Weight of the parcel");
        await anna.Writes("2");
        await anna.Taps("⏭️");
        anna.Sees("CHECK YOUR ORDER", "John Smith", "Suite 200", "+12125550102");
        await anna.Taps("All correct");
        await shop.Floor.WorkAndDeliver();
        await anna.Taps("Ground Advantage");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();

        var bought = (await shop.Orders()).Single(order => order.State is not Lavka.Shops.Shipping.LabelState.Cancelled);
        bought.State.ShouldBe(Lavka.Shops.Shipping.LabelState.Delivered);
        (bought.Chosen.Shipment.From, bought.Chosen.Shipment.To).ShouldBe((first.From, first.To));
        (await shop.Money()).ShouldBe((Purse - bought.Price.Minor, 0, bought.Price.Minor));
    }

    [Fact, Covers("shipping:C06", "shipping:C07")]
    public async Task a_name_in_use_can_be_updated_and_every_field_is_kept()
    {
        await using var shop = await LabelShop.Open();
        var anna = await Saved(shop, "Mum");
        await anna.Taps("Edit the data");
        await anna.Taps("Recipient");
        await anna.Taps("Apt/suite");
        await anna.Writes("Suite 300");

        await anna.Taps("Save as template");
        await anna.Writes("MUM");
        anna.Sees("You have a template <b>Mum</b> already", "[🔄 Update that one]", "[📝 Another name]", "Cancel]");
        await anna.Taps("Update that one");

        anna.Sees("CHECK YOUR ORDER", "Suite 300");
        await Leave(anna);
        await ToTemplate(anna, "Mum");
        anna.Sees("Suite 300", "+12125550102", "350 Fifth Ave", "New York, NY 10118", "215 Clayton St.");
    }

    [Fact, Covers("shipping:C03")]
    public async Task a_template_is_renamed_and_renaming_can_be_cancelled()
    {
        await using var shop = await LabelShop.Open();
        var anna = await Saved(shop, "Mum");
        await Leave(anna);

        await ToTemplate(anna, "Mum");
        await anna.Taps("Rename");
        await anna.Writes("1234567890123456789012345678901");
        anna.Sees("⚠️");
        await anna.Writes("/cancel");
        await anna.Taps("Leave as it was");
        anna.Sees("<b>Mum</b>", "Use the template");
        await anna.Taps("Rename");
        await anna.Writes("Mother");

        anna.Sees("<b>Mother</b>", "Use the template");
        await anna.Taps("To the list");
        anna.Sees("Your templates (1/10)", "[📋 Mother]");
    }

    [Fact, Covers("shipping:C04", "shipping:C13")]
    public async Task editing_an_address_changes_the_template_only()
    {
        await using var shop = await LabelShop.Open();
        var anna = await Saved(shop, "Mum");
        await Leave(anna);

        await ToTemplate(anna, "Mum");
        await anna.Taps("Edit the sender");
        anna.Sees("The address in the template", "John Smith");
        await anna.Taps("Name:");
        await anna.Writes("Jane Smith");
        await anna.Taps("save it");

        anna.Sees("<b>Mum</b>", "Jane Smith", "Mary Jones");
        (await shop.Orders()).ShouldBeEmpty();
        await anna.Taps("Use the template");
        anna.Sees("Step 15/18");
    }

    [Fact, Covers("shipping:C11")]
    public async Task deleting_asks_first_and_twice_is_once()
    {
        await using var shop = await LabelShop.Open();
        var anna = await Saved(shop, "Mum");
        await Leave(anna);
        await ToTemplate(anna, "Mum");
        await anna.Taps("Delete");
        anna.Sees("Delete the template <b>Mum</b>?");
        await anna.Taps("Keep it");
        anna.Sees("Use the template");
        await anna.Taps("Delete");
        var press = anna.Pressing("Yes, delete");

        await anna.Does(press);
        await anna.Does(press);

        anna.Sees("Your templates (0/10)", "A template keeps the sender");
        anna.All.ShouldNotContain("went wrong");
    }

    [Theory, Covers("shipping:C10")]
    [InlineData("Use the template")]
    [InlineData("Edit the sender")]
    [InlineData("Rename")]
    [InlineData("Delete")]
    public async Task a_foreign_template_is_not_found_by_any_of_its_buttons(string label)
    {
        await using var shop = await LabelShop.Open();
        var anna = await Saved(shop, "Mum");
        await Leave(anna);
        await ToTemplate(anna, "Mum");
        var press = anna.Pressing(label);
        var boris = await shop.Customer(chat: "8");

        await boris.Does(press with { MessageId = boris.Chat[^1].Id });

        boris.All.ShouldNotContain("John Smith");
        boris.All.ShouldNotContain("Mum");
        (boris.Note == "There is no such template." || boris.Seen.Contains("There is nothing here any more", StringComparison.Ordinal)).ShouldBeTrue(boris.All);
        (await shop.Floor.State("8")).Dialog.ShouldBeNull();
        await ToTemplate(anna, "Mum");
        anna.Sees("John Smith");
    }

    [Fact, Covers("shipping:C08")]
    public async Task with_ten_templates_the_customer_is_told_and_may_update_one()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToReview();
        for (var n = 1; n <= Templates.Most; n++)
        {
            await anna.Taps("Save as template");
            await anna.Writes($"Office {n}");
        }

        await anna.Taps("Save as template");
        anna.Sees("You have 10 of 10 templates already", "[📋 Office 10]");
        await anna.Taps("Office 10");

        anna.Sees("CHECK YOUR ORDER");
        await anna.Writes("/templates");
        anna.Chat[^2].Message.Html.ShouldContain("Your templates (10/10)");
    }

    [Fact]
    public async Task the_addresses_of_an_order_can_be_saved_from_its_page_too()
    {
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        await anna.Taps("Order information");

        await anna.Taps("Save as template");
        await anna.Taps("Mary Jones");

        anna.Sees("The template <b>Mary Jones</b> is saved", "[📋 My templates]");
    }

    private static async Task<Guest<Desk>> Saved(LabelShop shop, string name)
    {
        var anna = await (await shop.Customer(Purse)).ToReview();
        await anna.Taps("Save as template");
        return await anna.Writes(name);
    }

    private static async Task Leave(Guest<Desk> anna)
    {
        await anna.Writes("/cancel");
        await anna.Taps("Yes, cancel the order");
    }

    private static async Task ToTemplate(Guest<Desk> anna, string name)
    {
        await anna.Writes("/templates");
        await anna.Taps("📋 " + name);
    }
}
