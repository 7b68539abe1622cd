using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

public sealed class StatementTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An answer that is written, and a press; what creates an order is the shop's own business and costs more.</summary>
    private static (int Written, int Pressed) Most => TestEngine.IsPostgres ? (2, 2) : (6, 6);

    [Fact]
    public async Task an_answer_costs_a_handful_of_statements_however_many_messages_and_chats_there_are()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        using var questions = new Questions(shop.Floor.Temp);
        List<int> written = [];
        List<int> pressed = [];

        await Does(anna.Pressing("Create order"));
        foreach (var answer in Ordering.Answers) await Does(answer == "-" ? anna.Pressing("⏭️") : new Happening.Wrote(answer));

        anna.Sees("CHECK YOUR ORDER");
        written.Max().ShouldBeLessThanOrEqualTo(Most.Written);
        pressed.Max().ShouldBeLessThanOrEqualTo(Most.Pressed);

        async Task Does(Happening what)
        {
            var before = questions.All.Count;
            (await shop.Floor.Bot.Take(anna.Update(what), Ct)).ShouldBe(Receipt.Taken);
            (what is Happening.Wrote ? written : pressed).Add(questions.All.Count - before);
            await shop.Floor.Deliver();
        }
    }
}
