using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class BurstTests
{
    [Theory, MemberData(nameof(Setups.Modes), MemberType = typeof(Setups))]
    [Covers("shipping:A05", "faults:F5")]
    public async Task Five_messages_in_a_tenth_of_a_second_answer_five_steps_in_their_order(string mode, int nodes)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode, Nodes = nodes });
        var kate = await town.NewCustomer();
        await new Order(town, kate).Begins();

        foreach (var answer in Answers.All.Take(5)) await kate.Says(answer);

        await kate.Sees(Answers.Step(6));
        var accepted = string.Join('\n', await town.Telegram.Shown(kate.Id));
        foreach (var line in new[] { "Name: Zebulon O'Quigley", "Street: 4711 Wimbledon Ln #4", "Apt/suite: Apt 12Q", "City: San Francisco", "State: CA" })
            accepted.ShouldContain(line);
    }

    [Theory]
    [InlineData("Webhook")]
    [InlineData("Polling")]
    [Covers("shipping:A06")]
    public async Task The_same_number_five_times_is_one_weight_and_then_three_sides(string mode)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode });
        var kate = await town.NewCustomer();
        await new Order(town, kate).Begins();
        foreach (var answer in Answers.All.Take(14)) await kate.Says(answer);
        await kate.Sees(Answers.Step(15));

        for (var i = 0; i < 5; i++) await kate.Says("3");

        await kate.Sees("Please choose one of the buttons");
        await kate.Sees("3 lb · 3 × 3 × 3 in");
        await kate.HasOneKeyboardAtMost();
    }

    [Fact]
    [Covers("shipping:A05", "shipping:A08")]
    public async Task A_whole_order_typed_ahead_arrives_at_its_review()
    {
        await using var town = await Town.Open();
        var kate = await town.NewCustomer();
        await new Order(town, kate).Begins();

        foreach (var answer in Answers.All) await kate.Says(answer);

        var review = await kate.Sees("CHECK YOUR ORDER");
        foreach (var answer in Answers.All.Take(14)) review.Text!.ShouldContain(answer);
        review.Text!.ShouldContain("2.5 lb · 11 × 12 × 13 in");
    }

    [Theory, MemberData(nameof(Setups.Modes), MemberType = typeof(Setups))]
    [Covers("faults:F5", "shipping:A05")]
    public async Task Twenty_messages_and_five_presses_in_a_tenth_of_a_second_leave_what_they_leave_one_by_one(string mode, int nodes)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode, Nodes = nodes });
        var (slow, fast) = (await town.NewCustomer("Ann"), await town.NewCustomer("Ben"));
        string[] answers = [.. Answers.All.Take(14), "heavy", .. Answers.All.Skip(14), "and now?"];

        var menu = await Opens(slow);
        foreach (var (i, answer) in answers.Index())
        {
            await slow.Says(answer);
            if (i % 4 == 3) await Again(slow, menu);
            await Until.True(async () => await town.Telegram.Pending() == 0);
        }
        await slow.Sees("CHECK YOUR ORDER");

        menu = await Opens(fast);
        var presses = new List<Task>();
        foreach (var (i, answer) in answers.Index())
        {
            await fast.Says(answer);
            if (i % 4 == 3) presses.Add(Again(fast, menu));
        }
        await Task.WhenAll(presses);
        await Until.True(async () => await town.Telegram.Pending() == 0);

        answers.Length.ShouldBe(20);
        presses.Count.ShouldBe(5);
        await Until.True(async () => await Stands(fast) == await Stands(slow), "the last of both chats is the same");
        (await Stands(fast)).ShouldContain("2.5 lb · 11 × 12 × 13 in");
        (await town.Telegram.Prompts(fast.Id)).ShouldBe(await town.Telegram.Prompts(slow.Id));

        async Task<LiveButton> Opens(Customer person)
        {
            await person.Says("/start", "Hello");
            var button = await person.Finds("Create order");
            await person.Presses(button);
            await person.Sees(Answers.Step(1));
            return button;
        }

        // A finger that was quicker than the screen: the button is gone by now.
        Task Again(Customer person, LiveButton button) => town.Telegram.Enqueue(RawUpdate.Pressed(person.Id, button.Message, button.Data));

        async Task<string> Stands(Customer person)
        {
            var last = (await person.Chat()).Messages.Last(message => message.From == "bot");
            return string.Join('\n', [last.Text, .. (last.InlineKeyboard ?? []).SelectMany(row => row).Select(key => key.Text)]);
        }
    }
}
