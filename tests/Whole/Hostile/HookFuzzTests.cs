using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>Hostile bytes at the doors of the real host, while somebody fills a form. <see cref="Asked"/> says how to go on for longer.</summary>
public sealed class HookFuzzTests(ITestOutputHelper output)
{
    /// <summary>The promise is one second; a machine that builds three other things at the same time takes longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>A question that may be skipped.</summary>
    private const int Reached = 3;

    private readonly ConcurrentQueue<(HttpStatusCode Status, TimeSpan Took)> _answers = new();

    [Fact]
    [Covers("faults:F32", "faults:F12")]
    public async Task Whatever_comes_in_the_host_answers_at_once_never_fails_and_an_open_form_stands_as_it_was()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        var (mallory, press) = await town.NewCustomerByHand("Mallory");
        var order = new Order(town, kate);
        await order.Begins();
        await InTheMiddle(town, mallory);
        var (nora, strike) = await town.NewCustomerByHand("Nora");
        var struck = await InTheMiddle(town, nora);

        // Some of what Mallory presses is right by chance, so later there may be others.
        var (live, skip) = (await LiveButtons(mallory), await nora.Finds("Skip"));
        foreach (var seed in Asked.Seeds(1))
        {
            await Attack(town, live, press, new Mutant(seed), 980_000_000 + (seed * 10_000_000));
            await Strike(town, skip, strike, new Mutant(seed));
        }

        output.WriteLine(string.Join(", ", _answers.GroupBy(answer => answer.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} times {(int)group.Key}")) +
            string.Create(CultureInfo.InvariantCulture, $"; the slowest after {_answers.Max(answer => answer.Took).TotalMilliseconds:0} ms"));
        _answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Unauthorized);
        _answers.Max(answer => answer.Took).ShouldBeLessThan(Longest);
        town.Host.IsRunning.ShouldBeTrue();
        town.Host.Log.ShouldNotContain(line => line.Contains("Unhandled", StringComparison.Ordinal) || line.Contains("is put aside", StringComparison.Ordinal));
        await order.AnswersAll();
        await order.WasAskedStepByStep();
        await struck.AnswersAll(from: Reached);
        (await nora.Sees("CHECK YOUR ORDER")).Text!.ShouldContain(Answers.All[0]);
        await town.Store.BooksAreRight();
    }

    private async Task Attack(Town town, IReadOnlyList<LiveButton> live, RawDelivery press, Mutant mutant, long firstId)
    {
        for (var step = 0; step < Asked.Steps(120); step++)
        {
            var update = mutant.Of(Recorded.Updates(firstId + (step * 20)));
            await Post(town, $"/hooks/telegram/{TownPlan.Shop}", update, ("X-Telegram-Bot-Api-Secret-Token", TownPlan.Secret));
            var paid = mutant.Of(Recorded.Notifications);
            await Post(town, $"/hooks/pay/oxapay/{TownPlan.Shop}", paid, ("HMAC", Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(TownPlan.MerchantKey), paid))));
            await Post(town, $"/hooks/pay/oxapay/{TownPlan.Shop}", paid, ("HMAC", "00"));
            var data = mutant.Text(live[step % live.Count].Data);
            await Press(town, press, live[0], data);
        }
    }

    /// <summary>Presses of nothing that was ever offered: who has a form open must find it as he left it.</summary>
    private async Task Strike(Town town, LiveButton skip, RawDelivery strike, Mutant mutant)
    {
        var open = skip.Data[..(skip.Data.LastIndexOf('.') + 1)];
        for (var step = 0; step < Asked.Steps(120); step++)
            if (mutant.Text(skip.Data) is var data && !data.StartsWith(open, StringComparison.Ordinal)) await Press(town, strike, skip, data);
    }

    private static async Task<Order> InTheMiddle(Town town, Customer person)
    {
        var order = new Order(town, person);
        await order.Begins();
        for (var step = 1; step < Reached; step++) await person.Says(Answers.All[step - 1], Answers.Step(step + 1));
        return order;
    }

    private Task Press(Town town, RawDelivery by, LiveButton button, string data) => Post(town, $"/hooks/telegram/{TownPlan.Shop}",
        Encoding.UTF8.GetBytes(RawUpdate.Pressed(by.NextId(), by.Person, button.Message, data).ToJsonString()), ("X-Telegram-Bot-Api-Secret-Token", TownPlan.Secret));

    private static async Task<IReadOnlyList<LiveButton>> LiveButtons(Customer person) => [await person.Finds("Skip"), .. await Buttons(person)];

    private static async Task<IEnumerable<LiveButton>> Buttons(Customer person) =>
        (await person.Chat()).Messages.SelectMany(message => (message.InlineKeyboard ?? []).SelectMany(row => row).Where(key => key.Data is not null)
            .Select(key => new LiveButton(message.Id, key.Text, key.Data!)));

    private async Task Post(Town town, string path, byte[] body, (string Name, string Value) header)
    {
        var began = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Headers.Add(header.Name, header.Value);
        using var answer = await town.Host.Http.SendAsync(request);
        _answers.Enqueue((answer.StatusCode, Stopwatch.GetElapsedTime(began)));
    }
}
