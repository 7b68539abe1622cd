using System.Net;
using System.Text.RegularExpressions;
using Lavka.Kit;
using Lavka.Simulator.Telegram.Chat;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>What a node remembers of a chat makes it quicker and never wrong: whoever else has changed the chat meanwhile is noticed (vpn:S-43).</summary>
public sealed partial class NoMemoryTests
{
    [Fact(Skip = "LAVKA_TEST_POSTGRES names no server; test.sh starts one.", SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.HasServer))]
    [Covers("vpn:S-43", "vpn:S-03", "shipping:A04")]
    public async Task A_chat_whose_updates_go_to_one_node_after_another_old_buttons_among_them_reads_as_that_of_one_node()
    {
        await using var cluster = await Cluster.Open();
        var (first, second) = (cluster.Nodes[0], cluster.Nodes[1]);

        var alone = await Transcript(cluster, [first]);
        alone.Count.ShouldBeGreaterThan(20);
        (await Transcript(cluster, [first, second])).ShouldBe(alone);
        // Long enough with one node for the other to be far behind.
        (await Transcript(cluster, [second, second, second, first, first])).ShouldBe(alone);

        await cluster.Town.Store.BooksAreRight();
        (await cluster.Town.Store.DeadLetters()).ShouldBeEmpty();
    }

    /// <summary>A form with everything that makes a chat turn back: buttons that are gone, an answer twice, a wrong one, /start in the middle, back.</summary>
    private static async Task<IReadOnlyList<string>> Transcript(Cluster cluster, IReadOnlyList<HostProcess> nodes)
    {
        var (kate, raw) = await cluster.NewCustomer();
        var next = 0;
        var turns = new Customer(cluster.Town.Telegram, kate.Id, new InTurns(raw, () => nodes[next++ % nodes.Count]));
        await turns.Says("/start", "Hello");
        var create = await turns.Finds("Create order");
        await turns.Presses(create);
        await turns.Sees(Answers.Step(1));
        for (var step = 1; step <= Answers.All.Count; step++)
        {
            if (step % 4 == 0) await turns.Presses(create);
            if (step == 5) await turns.Says("Ca1ifornia", "two letters");
            if (step == 7)
            {
                await turns.Says("/start", "You have an unfinished order");
                await turns.Taps("Return to the order", Answers.Step(7));
            }
            await turns.Says(Answers.All[step - 1], step < Answers.All.Count ? Answers.Step(step + 1) : "CHECK YOUR ORDER");
            await turns.HasOneKeyboardAtMost();
        }
        await turns.Taps("All correct", "Choose a rate");
        await turns.Taps("USPS Ground", "Pay for order");
        return [.. (await turns.Chat()).Messages.Where(message => message.From == "bot").Select(Written)];
    }

    private static string Written(MessageView message) =>
        Unlike().Replace($"{message.Text} {string.Join(' ', (message.InlineKeyboard ?? []).SelectMany(row => row).Select(key => key.Text))}", "*");

    /// <summary>What differs from one order to the next: its number.</summary>
    [GeneratedRegex(@"#ORD-\w+|[0-9A-Z]{12,}", RegexOptions.NonBacktracking)]
    private static partial Regex Unlike();

    /// <summary>Every update goes to the node whose turn it is.</summary>
    private sealed class InTurns(RawDelivery numbers, Func<HostProcess> next) : IDelivery
    {
        public async Task Write(string text) => (await At().Post(RawUpdate.Wrote(numbers.NextId(), numbers.Person, text))).ShouldBe(HttpStatusCode.OK);

        public async Task<string?> Press(int message, string data)
        {
            (await At().Post(RawUpdate.Pressed(numbers.NextId(), numbers.Person, message, data))).ShouldBe(HttpStatusCode.OK);
            return null;
        }

        private RawDelivery At() => Cluster.At(next(), numbers.Person);
    }
}
