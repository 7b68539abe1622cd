using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

public sealed class TemplatesTests
{
    private static readonly Person Boris = new("2002", "Борис", "boris", "ru");

    [Fact, Covers("shipping:C07", "shipping:C13")]
    public async Task what_is_kept_is_there_at_once_under_its_name_the_oldest_first()
    {
        await using var floor = await ShopFloor.Open();
        var home = await Add(floor, "Home", "{\"a\":1}");
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));
        var office = await Add(floor, "Офис *_<b>", "{}");

        await floor.Turn(async (desk, ct) =>
        {
            await desk.Templates.Change(home, "{\"a\":2}", ct);
            (await desk.Templates.All(ct)).ShouldBe([new Template(home, "Home", "{\"a\":2}"), new Template(office, "Офис *_<b>", "{}")]);
            (await desk.Templates.Find(home, ct)).ShouldBe(new Template(home, "Home", "{\"a\":2}"));
            return true;
        });
    }

    [Fact, Covers("shipping:C08")]
    public async Task the_eleventh_is_refused()
    {
        await using var floor = await ShopFloor.Open();
        for (var n = 1; n <= Templates.Most; n++) await Add(floor, $"n{n}");

        (await floor.Turn((desk, ct) => desk.Templates.Add("one more", "{}", ct))).ShouldBe(new Keeping.Full());
        (await floor.Turn((desk, ct) => desk.Templates.Add("one more", "{}", ct), Boris)).ShouldBeOfType<Keeping.Kept>();
        (await All(floor)).Count.ShouldBe(Templates.Most);
    }

    [Theory, Covers("shipping:C09")]
    [InlineData("Home")]
    [InlineData("hOME")]
    [InlineData(" home ")]
    public async Task a_name_is_one_s_own_once_whatever_its_letters(string name)
    {
        await using var floor = await ShopFloor.Open();
        await Add(floor, "Home");
        var office = await Add(floor, "Офис");

        (await floor.Turn((desk, ct) => desk.Templates.Add(name, "{}", ct))).ShouldBe(new Keeping.NameTaken());
        (await floor.Turn((desk, ct) => desk.Templates.Rename(office, name, ct))).ShouldBe(new Keeping.NameTaken());
        (await floor.Turn((desk, ct) => desk.Templates.Rename(office, "ОФИС", ct))).ShouldBe(new Keeping.Kept(office));
        (await All(floor)).Select(template => template.Name).ShouldBe(["Home", "ОФИС"], ignoreOrder: true);
        (await floor.Turn((desk, ct) => desk.Templates.Add(name, "{}", ct), Boris)).ShouldBeOfType<Keeping.Kept>();
    }

    [Fact, Covers("shipping:C10")]
    public async Task a_foreign_one_is_neither_found_nor_changed_nor_renamed_nor_deleted()
    {
        await using var floor = await ShopFloor.Open();
        var home = await Add(floor, "Home");

        await floor.Turn(async (desk, ct) =>
        {
            (await desk.Templates.Find(home, ct)).ShouldBeNull();
            (await desk.Templates.Change(home, "{\"stolen\":true}", ct)).ShouldBeFalse();
            (await desk.Templates.Rename(home, "Mine", ct)).ShouldBe(new Keeping.Gone());
            await desk.Templates.Delete(home, ct);
            (await desk.Templates.All(ct)).ShouldBeEmpty();
            return true;
        }, Boris);

        (await All(floor)).ShouldBe([new Template(home, "Home", "{}")]);
    }

    [Fact, Covers("shipping:C11")]
    public async Task one_that_is_deleted_is_gone_and_deleting_it_again_does_nothing()
    {
        await using var floor = await ShopFloor.Open();
        var home = await Add(floor, "Home");
        var office = await Add(floor, "Office");

        for (var times = 0; times < 2; times++) await floor.Turn(async (desk, ct) =>
        {
            await desk.Templates.Delete(home, ct);
            return true;
        });

        (await All(floor)).ShouldHaveSingleItem().Id.ShouldBe(office);
        (await floor.Turn((desk, ct) => desk.Templates.Change(home, "{}", ct))).ShouldBeFalse();
        (await floor.Turn((desk, ct) => desk.Templates.Rename(home, "x", ct))).ShouldBe(new Keeping.Gone());
    }

    private static async Task<TemplateId> Add(ShopFloor floor, string name, string details = "{}") =>
        (await floor.Turn((desk, ct) => desk.Templates.Add(name, details, ct))).ShouldBeOfType<Keeping.Kept>().Id;

    private static Task<IReadOnlyList<Template>> All(ShopFloor floor) => floor.Turn((desk, ct) => desk.Templates.All(ct));
}
