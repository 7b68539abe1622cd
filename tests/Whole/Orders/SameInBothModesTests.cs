using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>Whether Telegram delivers or is asked, the customer cannot tell (shipping:H10).</summary>
public sealed partial class SameInBothModesTests
{
    [Fact]
    [Covers("shipping:H10")]
    public async Task The_same_order_leaves_the_same_chat_behind()
    {
        var (delivered, asked) = (await Transcript("Webhook"), await Transcript("Polling"));

        delivered.Count.ShouldBeGreaterThan(40);
        asked.ShouldBe(delivered);
    }

    [Fact]
    [Covers("shipping:H10")]
    public async Task The_same_kinds_of_updates_are_asked_for()
    {
        foreach (var mode in new[] { "Webhook", "Polling" })
        {
            await using var town = await Town.Open(new TownPlan { Mode = mode });
            var kate = await town.NewCustomer();
            await kate.Says("/start", "Hello");

            foreach (var kind in new[] { "message", "edited_message", "callback_query", "my_chat_member", "pre_checkout_query" })
                (await town.Telegram.Wants(Update(kind, kate.Id))).ShouldBeTrue($"{kind} by {mode}");
            foreach (var kind in new[] { "channel_post", "poll", "inline_query", "chat_member", "message_reaction" })
                (await town.Telegram.Wants(Update(kind, kate.Id))).ShouldBeFalse($"{kind} by {mode}");
        }
    }

    private static async Task<IReadOnlyList<string>> Transcript(string mode)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode });
        var kate = await town.NewUnhurriedCustomer();
        var order = new Order(town, kate);
        await order.Begins();
        await kate.Says("Иван", "Use English (Latin) letters only");
        await kate.Says("/start", "You have an unfinished order");
        await kate.Taps("Return to the order", Answers.Step(1));
        await order.AnswersAll();
        await order.Confirms();
        await order.Chooses();
        await order.TopsUp("50");
        await order.Pays();
        await town.Store.IsIdle();
        await order.Arrives();
        // A payment that is confirmed before the shop has looked at it is not told of twice, in either mode.
        return [.. (await kate.Chat()).Messages.Where(message => !Customer.Says(message, "Your payment was seen")).Select(message => Unlike().Replace(
            $"{message.From}: {message.Text ?? message.Caption} {string.Join(' ', (message.InlineKeyboard ?? []).SelectMany(row => row).Select(key => key.Text))}", "*"))];
    }

    private static JsonObject Update(string kind, long person) => new()
    {
        [kind] = kind switch
        {
            "message" or "edited_message" => (RawUpdate.Edited(person)["edited_message"]!).DeepClone(),
            "callback_query" => RawUpdate.Pressed(person, 1, "/home")["callback_query"]!.DeepClone(),
            _ => new JsonObject { ["id"] = "1", ["from"] = Kate(person), ["chat"] = Kate(person) },
        },
    };

    private static JsonObject Kate(long person) => new() { ["id"] = person, ["is_bot"] = false, ["first_name"] = "Kate", ["type"] = "private" };

    /// <summary>What differs from one order to the next: its number, its tracking number.</summary>
    [GeneratedRegex(@"#ORD-\w+|[0-9A-Z]{12,}", RegexOptions.NonBacktracking)]
    private static partial Regex Unlike();
}
