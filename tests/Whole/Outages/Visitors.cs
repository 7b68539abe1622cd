using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// People who come one after another, so many at a time, and each fill the order form up to the choice of a rate, until they are sent home. Their updates are delivered
/// until they are taken.
/// </summary>
internal sealed class Visitors(Town town, int size)
{
    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly ConcurrentQueue<long> _customers = new();
    private volatile bool _isOver;
    private WatchedDelivery? _knocking;
    private Task _people = Task.CompletedTask;

    /// <summary>Every answer of the webhook.</summary>
    public IReadOnlyList<Answer> Answers => [.. _answers];

    public IReadOnlyList<Answer> Refusals => [.. _answers.Where(answer => answer.Status is not HttpStatusCode.OK)];

    /// <summary>Returns when everybody is in the middle of it, so that the host has done everything once.</summary>
    public async Task Comes()
    {
        var id = await town.Telegram.NewPerson("Visitor");
        await town.Telegram.Introduce(id);
        _knocking = new WatchedDelivery(town.Door, id, _answers);
        _people = Task.WhenAll(Enumerable.Range(0, size).Select(place => Task.Run(() => Fill(place))));
        await Until.True(() => Task.FromResult(_people.IsFaulted || _answers.Count >= 6 * size), "the crowd is in the middle of it");
    }

    /// <summary>A lone update of somebody new, as everybody else sends them.</summary>
    public async Task<(Customer Customer, Order Order)> Newcomer(string name)
    {
        var id = await town.Telegram.NewPerson(name);
        await town.Telegram.Introduce(id);
        var customer = new Customer(town.Telegram, id, new WatchedDelivery(town.Door, id, _answers));
        return (customer, new Order(town, customer));
    }

    /// <summary>Everybody finishes what he began.</summary>
    public Task GoesHome()
    {
        _isOver = true;
        return _people;
    }

    /// <summary>Returns when an update is taken that nobody delivered before.</summary>
    public Task IsServed() => Until.True(async () => (await _knocking!.Knock()).Status is HttpStatusCode.OK, "an update is taken");

    /// <summary>Returns when an update is refused that nobody delivered before.</summary>
    public Task MeetsRefusal() => Until.True(async () => (await _knocking!.Knock()).Status is not HttpStatusCode.OK, "an update is refused");

    /// <summary>Updates are refused, and the health of the host says so and why, while it lives.</summary>
    public async Task IsRefused(string reason)
    {
        for (var times = 0; times < 5; times++) await MeetsRefusal();
        using var ready = await town.Host.Http.GetAsync("/health/ready");
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).ShouldContain(reason);
        (await town.Host.Http.GetStringAsync("/health/live")).ShouldBe("live");
    }

    /// <summary>Each refusal asked for the next delivery, and came in time.</summary>
    public void WasRefusedWithin(TimeSpan limit)
    {
        Refusals.ShouldAllBe(refusal => refusal.Status == HttpStatusCode.ServiceUnavailable && refusal.RetryAfter == TimeSpan.FromSeconds(1));
        Refusals.Max(refusal => refusal.Took).ShouldBeLessThan(limit, ToString());
    }

    /// <summary>Each question was put to each person once, in its order: nothing that was acknowledged is lost, nothing counted twice, nothing was said twice.</summary>
    public async Task WasAskedStepByStep()
    {
        var sent = (await town.Telegram.Calls()).Where(call => call.Method == "sendMessage").ToLookup(call => call.ChatId, call => (string)call.Parameters["text"]!);
        foreach (var person in _customers) Order.AreSteps([.. sent[person].Where(text => text.Contains("Step ", StringComparison.Ordinal))]);
    }

    /// <summary>Somebody new is served, everybody goes home, and nothing was lost, given up or refused for longer than <paramref name="longestRefusal"/>.</summary>
    public async Task CameThrough(ITestOutputHelper output, TimeSpan longestRefusal)
    {
        var (_, order) = await Newcomer("Newcomer");
        await order.Begins();
        await GoesHome();
        output.WriteLine(ToString());
        WasRefusedWithin(longestRefusal);
        await WasAskedStepByStep();
        await town.Store.IsIdle();
        await town.Store.BooksAreRight();
        (await town.Store.DeadLetters()).ShouldBeEmpty();
    }

    public override string ToString()
    {
        var (all, refused) = (Answers, Refusals);
        return string.Create(CultureInfo.InvariantCulture,
            $"{_customers.Count} orders, {all.Count} deliveries, {refused.Count} refused; a refusal took {At(refused, 0.5):0} ms, {At(refused, 0.99):0} ms in the 99th of 100, {At(refused, 1):0} ms at most; an acceptance {At([.. all.Except(refused)], 0.5):0}, {At([.. all.Except(refused)], 0.99):0} and {At([.. all.Except(refused)], 1):0} ms");
    }

    private static double At(IReadOnlyList<Answer> answers, double share) =>
        answers.Count == 0 ? 0 : answers.Select(answer => answer.Took.TotalMilliseconds).Order().ElementAt((int)((answers.Count - 1) * share));

    private async Task Fill(int place)
    {
        while (!_isOver)
        {
            var (customer, order) = await Newcomer(string.Create(CultureInfo.InvariantCulture, $"Person {place}"));
            await order.Begins();
            await order.AnswersAll();
            await order.Confirms();
            _customers.Enqueue(customer.Id);
        }
    }
}
