using Lavka.Commerce;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class BlockedTests
{
    [Fact]
    [Covers("shipping:D22", "shipping:D23")]
    public async Task Money_that_arrives_when_the_customer_has_blocked_the_bot_is_his_and_he_finds_it_when_he_returns()
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        await kate.Says("/balance", "Your balance");
        await kate.Taps("Top up", "How much would you like to top up");
        await kate.Says("25", "The invoice is ready");
        var invoice = await town.OxaPay.LatestInvoice();
        await town.Telegram.Blocks(kate.Id, true);

        await town.OxaPay.Pay(invoice);
        await Until.True(async () => await town.Store.Postings(PostingReason.TopUp) == 1);
        await town.Store.IsIdle();
        await town.Telegram.Blocks(kate.Id, false);

        (await kate.Balance()).ShouldBe("25.00");
        (await town.Store.Postings(PostingReason.TopUp)).ShouldBe(1);
        await town.Store.BooksAreRight();
    }
}
