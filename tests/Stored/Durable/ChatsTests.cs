using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class ChatsTests
{
    private static readonly ChatKey Chat = new(new BotId("labels"), "7");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_zero_and_half_a_character_are_replaced_and_everything_else_stays()
    {
        await using var temp = await TempStore.Open();
        await Save(temp.Store, 0, "a\0b\ud800c 🧡 Łódź");

        (await Load(temp.Store))!.State.ShouldBe("a\ufffdb\ufffdc 🧡 Łódź");
    }

    [Fact]
    public async Task of_two_turns_that_began_on_one_version_the_second_is_refused()
    {
        await using var temp = await TempStore.Open();
        (await Save(temp.Store, 0, "first")).ShouldBeTrue();
        (await Save(temp.Store, 0, "another first")).ShouldBeFalse();
        (await Save(temp.Store, 1, "second")).ShouldBeTrue();
        (await Save(temp.Store, 1, "another second")).ShouldBeFalse();
        (await Save(temp.Store, 3, "from the future")).ShouldBeFalse();

        (await Load(temp.Store)).ShouldBe(new ChatRow(Chat, 2, "second", null));
    }

    [Fact]
    public async Task one_chat_id_in_two_bots_is_two_chats()
    {
        await using var temp = await TempStore.Open();
        await Save(temp.Store, 0, "labels");

        (await temp.Store.Read((tx, ct) => Chats.Load(tx, new ChatKey(new BotId("vpn"), Chat.Chat), ct), Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task unreachable_keeps_its_first_moment_does_not_disturb_a_turn_and_ends()
    {
        await using var temp = await TempStore.Open();
        await Save(temp.Store, 0, "first");
        var blocked = temp.Clock.GetUtcNow();
        await temp.Store.Write((tx, ct) => Chats.MarkUnreachable(tx, Chat, ct), Ct);
        temp.Clock.Advance(TimeSpan.FromHours(1));
        await temp.Store.Write((tx, ct) => Chats.MarkUnreachable(tx, Chat, ct), Ct);

        (await Load(temp.Store)).ShouldBe(new ChatRow(Chat, 1, "first", blocked));
        (await Save(temp.Store, 1, "second")).ShouldBeTrue();
        (await Load(temp.Store))!.UnreachableSince.ShouldBe(blocked);

        await temp.Store.Write((tx, ct) => Chats.MarkReachable(tx, Chat, ct), Ct);
        (await Load(temp.Store)).ShouldBe(new ChatRow(Chat, 2, "second", null));
    }

    private static Task<bool> Save(Store store, long version, string state) => store.Write((tx, ct) => Chats.Save(tx, Chat, version, state, ct), Ct);

    private static Task<ChatRow?> Load(Store store) => store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct);
}
