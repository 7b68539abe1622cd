using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class StoreTests
{
    private static readonly ChatKey Chat = new(new BotId("labels"), "7");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_was_written_is_there_after_a_crash()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "asked the city", ct), Ct);

        var restarted = await temp.Reopen();

        (await restarted.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct)).ShouldBe(new ChatRow(Chat, 1, "asked the city", null));
    }
}
