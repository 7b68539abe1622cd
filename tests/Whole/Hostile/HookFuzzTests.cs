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
        await new Order(town, mallory).Begins();
        foreach (var step in new[] { 1, 2 }) await mallory.Says(Answers.All[step - 1], Answers.Step(step + 1));

        // Some of what is pressed is right by chance, so later there may be others.
        var live = await LiveButtons(mallory);
        foreach (var seed in Asked.Seeds(1)) await Attack(town, live, press, new Mutant(seed), 980_000_000 + (seed * 10_000_000));

        output.WriteLine(string.Join(", ", _answers.GroupBy(answer => answer.Status).OrderBy(group => group.Key).Select(group => $"{group.Count()} times {(int)group.Key}")) +
            string.Create(CultureInfo.InvariantCulture, $"; the slowest after {_answers.Max(answer => answer.Took).TotalMilliseconds:0} ms"));
        _answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK || answer.Status == HttpStatusCode.Unauthorized);
        _answers.Max(answer => answer.Took).ShouldBeLessThan(Longest);
        town.Host.IsRunning.ShouldBeTrue();
        town.Host.Log.ShouldNotContain(line => line.Contains("Unhandled", StringComparison.Ordinal) || line.Contains("is put aside", StringComparison.Ordinal));
        await order.AnswersAll();
        await order.WasAskedStepByStep();
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
            await Post(town, $"/hooks/telegram/{TownPlan.Shop}",
                Encoding.UTF8.GetBytes(RawUpdate.Pressed(press.NextId(), press.Person, live[0].Message, data).ToJsonString()), ("X-Telegram-Bot-Api-Secret-Token", TownPlan.Secret));
        }
    }

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
