using Lavka.Bot;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Shops.Shipping;
using Lavka.Stored.Bot;
using Lavka.Stored.Shops.Shipping;
using Lavka.Talk;
using Xunit;

namespace Lavka.Stored.Museum;

/// <summary>
/// Today's program finds a stored chat, and a person who follows the samples brings it to its end. Nothing that he had answered may be different then.
/// </summary>
internal sealed class Visit
{
    private const int Patience = 80;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What was lost, a sentence each; nothing is as it should be.</summary>
    public static async Task<IReadOnlyList<string>> To(Exhibit exhibit)
    {
        var before = ChatState.FromJson(exhibit.Row);
        var dialog = before.Dialog ?? throw new InvalidOperationException($"{exhibit.Name} has no open dialog.");
        await using var shop = await LabelShop.Open();
        await Hang(shop, exhibit, dialog);
        var person = new Guest<Desk>(shop.Floor, "7") { Above = 1_000_000_000 };
        await person.Writes("/help");
        for (var turns = 0; turns < Patience && (await shop.Floor.State()).Dialog is not null; turns++)
        {
            await Follow(person);
            await shop.Floor.WorkAndDeliver();
        }
        if ((await shop.Floor.State()).Dialog is not null) return [$"{exhibit.Name} does not come to its end, it stands at: {person.Seen}"];
        if (dialog.Dialog == TopUpDialog.DialogName) return await shop.Floor.Count("payments") == 1 ? [] : [$"{exhibit.Name} ended without an invoice."];
        return (await shop.Orders()) is [var order, ..] ? [.. Lost(dialog, order.Chosen.Answers)] : [$"{exhibit.Name} ended without an order."];
    }

    private static IEnumerable<string> Lost(DialogState before, IReadOnlyDictionary<string, string?> after) =>
        from answer in before.Answers
        where !answer.Key.Contains('#', StringComparison.Ordinal) && answer.Key is not "review" and not "rate"
        let now = after.TryGetValue(answer.Key, out var kept) ? kept ?? "skipped" : "not asked"
        where now != (answer.Value ?? "skipped")
        select $"{answer.Key} was \"{answer.Value ?? "skipped"}\" and is \"{now}\" now.";

    private static Task Hang(LabelShop shop, Exhibit exhibit, DialogState dialog) => shop.Floor.Temp.Store.Write(async (tx, ct) =>
    {
        var chat = new ChatKey(BotFloor<Desk>.Id, "7");
        await Chats.Save(tx, chat, 0, exhibit.Row.TrimEnd(), ct);
        if (dialog.Answers.GetValueOrDefault(TopUpDialog.ForOrder) is not { } id) return true;
        await using var desk = await Desk.Open(tx, shop.Shop, chat, new Person("7", "Anna"), Language.En, new Alerts(Microsoft.Extensions.Logging.Abstractions.NullLogger<Alerts>.Instance), ct);
        await LabelProcess.Process.Begin(desk, new OrderId(id), new LabelOrder(id, LabelState.Unpaid, Chosen(tx.Now)), ct);
        return true;
    }, Ct);

    private static ChosenRate Chosen(DateTimeOffset now) => new(
        new Shipment(new Address("John Smith", "1 Main St", null, "Austin", "TX", "73301", null), new Address("Mary Jones", "2 Main St", null, "Dallas", "TX", "75201", null), new Parcel(1, 10, 10, 10)),
        new Rate("r", "se-usps", "usps", Carrier.Usps, "usps_ground_advantage", "Ground Advantage", 841, 3, null), now.AddHours(1), 18_41, new Dictionary<string, string?>());

    /// <summary>He goes on wherever he is: returns, keeps what is there, takes the first option, skips, or writes the sample.</summary>
    private static async Task Follow(Guest<Desk> person)
    {
        var shown = person.Chat[^1];
        var taps = shown.Message.Rows.SelectMany(row => row).Select(key => (key.Data, TapCode.Read(key.Data ?? "")?.Tap)).Where(key => Wish(key.Tap) < int.MaxValue).ToList();
        if (taps.Count > 0) await person.Does(new Happening.Pressed(taps.MinBy(key => Wish(key.Tap)).Data!, "q", shown.Id));
        else if (shown.Message.AwaitsText) await person.Writes(shown.Message.Placeholder ?? "1");
    }

    private static int Wish(Tap? tap) => tap switch
    {
        Tap.Return => 0,
        Tap.Keep => 1,
        Tap.Choose => 2,
        Tap.Skip => 3,
        Tap.Again => 4,
        Tap.Back or Tap.Page { Name: "" } => 5,
        Tap.Page { Name: "edit" } => 6,
        _ => int.MaxValue,
    };
}
