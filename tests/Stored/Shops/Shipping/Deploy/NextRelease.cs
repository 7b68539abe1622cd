using System.Globalization;
using Lavka.Bot;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Shops.Shipping;
using Lavka.Stored.Bot;
using Lavka.Talk;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping.Deploy;

/// <summary>The shop of a later release on the same store: everything as it is, only the order form is another.</summary>
internal sealed class NextRelease
{
    private static readonly Shop Shop = new("labels");

    private readonly Store _store;
    private readonly ShopBot<Desk> _bot;
    private int _updates = 1_000_000;

    public NextRelease(Store store)
    {
        _store = store;
        var script = ShippingShop.Script(new ShippingSettings(), quotes: null)
            .Dialog(OrderDialog.DialogName, _ => new NextOrderDialog(), (_, _, _) => Task.FromResult<Next>(new Next.Show(new Route("home"))));
        var alerts = new Alerts(NullLogger<Alerts>.Instance);
        _bot = new ShopBot<Desk>(
            BotFloor<Desk>.Id, script, store, new FakeMessenger(),
            (tx, chat, person, language, ct) => Desk.Open(tx, Shop, chat, person, language, alerts, ct), NullLogger<ShopBot<Desk>>.Instance);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task Hears(string chat, Happening what)
    {
        var id = Interlocked.Increment(ref _updates).ToString(CultureInfo.InvariantCulture);
        (await _bot.Take(new Inbound(id, chat, new Person(chat, "Anna", "anna", "en"), DateTimeOffset.UnixEpoch, what), Ct)).ShouldBe(Receipt.Taken);
    }

    /// <summary>Presses a button under the open question.</summary>
    public async Task Presses(string chat, Tap tap)
    {
        var state = await State(chat);
        await Hears(chat, new Happening.Pressed(TapCode.Write(state.Dialog!.Id, await Asks(chat), tap), "q", "m1"));
    }

    public async Task<ChatState> State(string chat) =>
        ChatState.FromJson((await _store.Read((tx, ct) => Chats.Load(tx, new ChatKey(BotFloor<Desk>.Id, chat), ct), Ct)).ShouldNotBeNull().State);

    /// <summary>The key of the question that is open there.</summary>
    public async Task<string> Asks(string chat) =>
        new NextOrderDialog().Step((await State(chat)).Dialog.ShouldNotBeNull(), new Input.Open()).ShouldBeOfType<Outcome.Asks>().Prompt.Key;
}
