using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

public sealed class CustomersTests
{
    private static readonly Shop Labels = new("labels");

    private static readonly Alerts Alerts = new(NullLogger<Alerts>.Instance);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_same_person_is_the_same_customer_whatever_he_calls_himself()
    {
        await using var temp = await Ledgers.Open();
        var first = await Meet(temp, "7", new Person("7", "Anna", "anna"), Language.Ru);
        var again = await Meet(temp, "7", new Person("7", "<b>Аня</b>"), Language.En);
        again.Id.ShouldBe(first.Id);
        again.Language.ShouldBe(Language.Ru);
        (await Meet(temp, "8", new Person("8", "Anna", "anna"), Language.En)).Id.ShouldNotBe(first.Id);
    }

    [Fact]
    public async Task a_desk_for_a_chat_belongs_to_who_wrote_there()
    {
        await using var temp = await Ledgers.Open();
        var anna = await Meet(temp, "7", new Person("7", "Anna"), Language.Ru);
        (await Return(temp, "7")).ShouldBe(anna.Id);
        (await Return(temp, "9")).ShouldBeNull();
    }

    [Fact]
    public async Task a_block_keeps_its_first_moment_and_can_be_lifted()
    {
        await using var temp = await Ledgers.Open();
        var blocked = await Block(temp, true);
        temp.Clock.Advance(TimeSpan.FromHours(1));
        (await Block(temp, true)).BlockedAt.ShouldBe(blocked.BlockedAt);
        (await Block(temp, false)).IsBlocked.ShouldBeFalse();
    }

    [Fact]
    public async Task a_customer_keeps_the_language_he_chose()
    {
        await using var temp = await Ledgers.Open();
        await temp.Store.Write(async (tx, ct) =>
        {
            await using var desk = await Open(tx, "7", new Person("7", "Anna"), Language.Ru, ct);
            await desk.Customers.Speak(desk.Customer, Language.En, ct);
        }, Ct);
        (await Meet(temp, "7", new Person("7", "Anna"), Language.Ru)).Language.ShouldBe(Language.En);
    }

    [Fact]
    public async Task a_shop_without_a_payment_provider_offers_no_top_up()
    {
        await using var temp = await Ledgers.Open();
        var result = await temp.Store.Write(async (tx, ct) =>
        {
            await using var desk = await Open(tx, "7", new Person("7", "Anna"), Language.Ru, ct);
            return await desk.Payments.TopUp(new Money(25_00, Currency.Usd), null, null, ct);
        }, Ct);
        result.ShouldBe(new TopUp.NotOffered());
        (await Count(temp)).ShouldBe(0);
    }

    [Fact]
    public async Task a_turn_that_fails_leaves_no_customer()
    {
        await using var temp = await Ledgers.Open();
        await Should.ThrowAsync<InvalidOperationException>(() => temp.Store.Write(async (tx, ct) =>
        {
            await using var desk = await Open(tx, "7", new Person("7", "Anna"), Language.Ru, ct);
            throw new InvalidOperationException("the turn failed");
        }, Ct));
        (await Return(temp, "7")).ShouldBeNull();
    }

    [Fact]
    public async Task without_an_owners_chat_an_alert_is_no_job_and_with_one_it_is_raised_once()
    {
        await using var temp = await Ledgers.Open();
        await temp.Store.Write((tx, ct) => Alerts.Raise(tx, Labels, Text.Literal("look"), "k", ct), Ct);
        (await Count(temp)).ShouldBe(0);
        var owned = Labels with { Owner = new ChatKey(new BotId("labels"), "1") };
        for (var i = 0; i < 2; i++) await temp.Store.Write((tx, ct) => Alerts.Raise(tx, owned, Text.Literal("look"), "k", ct), Ct);
        (await Count(temp)).ShouldBe(1);
    }

    private static Task<Customer> Meet(TempStore temp, string chat, Person person, Language language) => temp.Store.Write(async (tx, ct) =>
    {
        await using var desk = await Open(tx, chat, person, language, ct);
        return desk.Customer;
    }, Ct);

    private static Task<Customer> Block(TempStore temp, bool blocked) => temp.Store.Write(async (tx, ct) =>
    {
        await using var desk = await Open(tx, "7", new Person("7", "Anna"), Language.Ru, ct);
        await desk.Customers.Block(desk.Customer, blocked, ct);
        return desk.Customer;
    }, Ct);

    private static Task<CustomerId?> Return(TempStore temp, string chat) => temp.Store.Read(async (tx, ct) =>
    {
        await using var desk = await Desk.Return(tx, Labels, new ChatKey(new BotId("labels"), chat), Alerts, ct);
        return desk?.Customer.Id;
    }, Ct);

    private static Task<Desk> Open(StoreTransaction tx, string chat, Person person, Language language, CancellationToken ct) =>
        Desk.Open(tx, Labels, new ChatKey(new BotId("labels"), chat), person, language, Alerts, ct);

    private static Task<long> Count(TempStore temp) => temp.Store.Read((tx, ct) => tx.Sql("select count(*) from jobs").First(row => row.Long(0), ct), Ct);
}
