using System.Text;
using Lavka.Durable;
using Lavka.Talk;
using Shouldly;
using Xunit;
using Text = Lavka.Talk.Text;

namespace Lavka.Stored.Bot;

/// <summary>Several files that are shown together, from the view to the messenger.</summary>
public sealed class AlbumTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ChatKey Chat => new(BotFloor<TinyDesk>.Id, "7");

    [Fact]
    public async Task an_album_is_one_row_with_all_its_bytes_and_keeps_all_its_ids_and_its_buttons_follow_in_a_message_of_their_own()
    {
        await using var floor = await TinyShop.Open();
        var album = await floor.Temp.Store.Write(async (tx, ct) => new[]
        {
            new Attachment(await Files.Keep(tx, "one"u8.ToArray(), "1.png", "image/png", ct), "1.png", "image/png"),
            new Attachment(await Files.Keep(tx, "two"u8.ToArray(), "2.png", "image/png", ct), "2.png", "image/png"),
        }, Ct);
        var view = new View(Text.Literal("The room")) { Album = album };
        floor.Messenger.Fate = call =>
            call.Message.Album is null ? null : floor.Messenger.Calls.Count == 1 ? new Delivery.Failed("502") : new Delivery.Sent("5,6");

        await floor.Bot.Say("7", view, Ct);
        await floor.Deliver();
        floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));
        await floor.Deliver();

        floor.Messenger.Calls.Count.ShouldBe(2, "One call, and one more because the first failed.");
        floor.Messenger.Calls.Last().Contents.Select(content => Encoding.UTF8.GetString(content.Span)).ShouldBe(["one", "two"]);
        floor.Messenger.Calls.Last().Message.Html.ShouldBe("The room");
        (await floor.Count("outbox where state = 'Sent' and message_id = '5,6'")).ShouldBe(1);

        await floor.Temp.Store.Write((tx, ct) => Jobs.Add(tx, new NewJob("none", "none", "", Chat, tx.Now), ct), Ct);
        var job = (await floor.Temp.Store.Write((tx, ct) => Jobs.Claim(tx, 1, TimeSpan.FromMinutes(2), ct), Ct))[0];
        await floor.Bot.Settle(job, Chat, (_, _) => Task.FromResult<IReadOnlyList<View>>([view.Row(Button.To(Text.Literal("To help"), "help"))]), Ct);
        await floor.Deliver();

        var (pictures, words) = (floor.Messenger.Calls.SkipLast(1).Last().Message, floor.Messenger.Calls.Last().Message);
        pictures.Album.ShouldNotBeNull().Count.ShouldBe(2);
        (pictures.Html, pictures.Rows.Count).ShouldBe(("", 0));
        words.Album.ShouldBeNull();
        (words.Html, words.Rows.Count).ShouldBe(("The room", 1));
        await floor.Guest().Taps("To help");
        floor.Guest().Sees("Help page");
    }
}
