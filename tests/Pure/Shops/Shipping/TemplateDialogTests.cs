using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class TemplateDialogTests
{
    private static readonly AddressPair Pair = new(
        new Address("John Smith", "215 Clayton St.", "Apt 4B", "San Francisco", "CA", "94102", "+14155550101"),
        new Address("Mary Jones", "350 Fifth Ave", null, "New York", "NY", "10118", null));

    private readonly List<Template> _mine = [];

    [Fact, Covers("shipping:C01", "shipping:A13")]
    public void an_order_from_a_template_opens_at_the_weight_with_the_addresses_loaded_and_the_right_count()
    {
        var chat = new Orders().Open(OrderDialog.AnswersOf(Pair));

        chat.Shows("Step 15/18", "Weight of the parcel");
        chat.Say("5.5").Shows("Step 16/18").Say("12").Say("8.25").Say("4").Shows("John Smith", "Apt 4B", "+14155550101", "350 Fifth Ave", "10118");
    }

    [Fact, Covers("shipping:C02", "shipping:C07")]
    public void its_addresses_arrive_at_the_carrier_whole()
    {
        var orders = new Orders();

        orders.Open(OrderDialog.AnswersOf(Pair)).Say("5.5").Say("12").Say("8.25").Say("4").Tap("All correct").Work();

        orders.Quoted.ShouldHaveSingleItem().ShouldBe(new Shipment(Pair.From, Pair.To, new Parcel(5.5m, 12, 8.25m, 4)));
    }

    [Fact]
    public void every_answer_of_a_template_can_be_edited_in_the_order() =>
        new Orders().Open(OrderDialog.AnswersOf(Pair)).Back().Shows("Phone?").Back().Shows("ZIP code?", "Keep: 10118");

    [Fact, Covers("shipping:C05")]
    public void the_review_offers_to_save_and_stands_again_when_it_is_done()
    {
        var chat = new Orders().AtReview();
        var seen = chat.Seen;

        chat.Tap("Save as template").Opened.Dialog.ShouldBe(SaveTemplateDialog.DialogName);

        chat.Return().Seen.ShouldBe(seen);
        chat.Tap("All correct").Shows("Asking the carriers");
    }

    [Theory, Covers("shipping:C09", "shipping:C12")]
    [InlineData("Mum")]
    [InlineData("*Mum* _and_ [Dad](x) <b>")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠🏠")]
    public void a_name_is_kept_as_it_is_typed(string name) => Saving().Say(name).Returned(new TemplateWish(Pair, name, null));

    [Fact]
    public void the_recipient_s_name_is_offered() => Saving().Tap("Mary Jones").Returned(new TemplateWish(Pair, "Mary Jones", null));

    [Theory, Covers("shipping:C09")]
    [InlineData("1234567890123456789012345678901")]
    [InlineData("  \u200b ")]
    public void one_rule_for_names_at_saving_and_at_renaming(string name)
    {
        Saving().Say(name).Shows("⚠️", "What shall the template be called?");
        Renaming("Mum").Say(name).Shows("⚠️", "What shall the template be called now?");
    }

    [Theory, Covers("shipping:C06", "shipping:C09")]
    [InlineData("Mum")]
    [InlineData("mUM ")]
    public void a_name_in_use_leads_to_three_ways_on(string typed)
    {
        var mum = Mine("Mum");

        Saving().Say(typed).Shows("You have a template <b>Mum</b> already", "[🔄 Update that one]", "[📝 Another name]", "[❌ Cancel]");
        Saving().Say(typed).Tap("Update that one").Returned(new TemplateWish(Pair, "Mum", mum.Id));
        Saving().Say(typed).Tap("Another name").Say("MUM").Shows("You have a template of this name already").Say("Dad").Returned(new TemplateWish(Pair, "Dad", null));
        Saving().Say(typed).Cancel().Leave().Farewell.ShouldBe("❌ The template was not saved.");
    }

    [Fact, Covers("shipping:C08")]
    public void with_ten_templates_a_new_one_is_refused_and_one_of_them_may_be_updated()
    {
        for (var n = 1; n <= Templates.Most; n++) Mine($"Office {n}");

        var chat = Saving().Shows("You have 10 of 10 templates already");

        chat.Tap("Office 10").Returned(new TemplateWish(Pair, "Office 10", _mine[9].Id));
    }

    [Fact, Covers("shipping:C09")]
    public void a_rename_to_another_s_name_is_refused_and_to_one_s_own_in_other_letters_is_not()
    {
        Mine("Dad");
        Renaming("Mum").Say(" dad").Shows("You have a template of this name already").Say("MUM").Outcome.ShouldBeOfType<Outcome.Done>().Result
            .ShouldBe(new TemplateName(_mine[1].Id, "MUM"));
    }

    [Theory, Covers("shipping:C04")]
    [InlineData(Party.Sender, "John Smith", "Mary Jones")]
    [InlineData(Party.Recipient, "Mary Jones", "John Smith")]
    public void editing_an_address_shows_that_one_and_asks_only_what_is_to_change(Party party, string his, string other)
    {
        var id = new TemplateId("t000000001");
        var chat = TestChat.With(() => new TemplateAddressDialog(), TemplateAddressDialog.Of(id, party, Pair[party]));

        chat.Shows("The address in the template", his).DoesNotShow(other).Tap("City:").Say("Albany").Shows("The address in the template", "Albany").Tap("save it")
            .Returned(new TemplateAddress(id, party, Pair[party] with { City = "Albany" }));
    }

    private Template Mine(string name)
    {
        var template = new Template(new TemplateId($"t{_mine.Count:000000000}"), name, "{}");
        _mine.Add(template);
        return template;
    }

    private TestChat Saving() => TestChat.With(() => new SaveTemplateDialog(_ => Task.FromResult<IReadOnlyList<Template>>(_mine)), SaveTemplateDialog.Of(Pair));

    private TestChat Renaming(string name)
    {
        var template = Mine(name);
        return TestChat.With(() => new RenameTemplateDialog(_ => Task.FromResult<IReadOnlyList<Template>>(_mine)), RenameTemplateDialog.Of(template.Id));
    }
}
