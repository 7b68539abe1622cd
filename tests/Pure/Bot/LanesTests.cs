using System.Runtime.CompilerServices;
using FsCheck;
using FsCheck.Fluent;
using Lavka.Bot;
using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class LanesTests
{
    private static readonly ChatKey Anna = new(new BotId("labels"), "anna");
    private static readonly ChatKey Boris = new(new BotId("labels"), "boris");

    private readonly Lanes _lanes = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("faults:F6")]
    public void of_those_who_wait_the_smallest_number_goes_first_and_equals_go_in_the_order_of_their_coming() =>
        Prop.ForAll(Gen.Choose(1, 5).ListOf().Resize(30).ToArbitrary(), async numbers =>
            (await Served(numbers)).ShouldBe(numbers.Index().OrderBy(one => one.Item).Select(one => one.Index))).QuickCheckThrowOnFailure();

    [Fact]
    public async Task chats_do_not_wait_for_one_another()
    {
        using var slow = await _lanes.Enter(Anna, 1, Ct);

        (await Eventually.Ends(_lanes.Enter(Boris, 2, Ct))).Dispose();
    }

    [Fact]
    public async Task nobody_enters_while_somebody_is_inside()
    {
        var first = await _lanes.Enter(Anna, 1, Ct);
        var second = _lanes.Enter(Anna, 2, Ct);
        second.IsCompleted.ShouldBeFalse();

        first.Dispose();

        (await Eventually.Ends(second)).Dispose();
    }

    [Fact]
    public async Task a_pass_frees_its_lane_once_however_often_it_is_disposed()
    {
        var first = await _lanes.Enter(Anna, 1, Ct);
        var (second, third) = (_lanes.Enter(Anna, 2, Ct), _lanes.Enter(Anna, 3, Ct));
        first.Dispose();
        using var inside = await Eventually.Ends(second);

        first.Dispose();

        third.IsCompleted.ShouldBeFalse("The second is still inside.");
    }

    [Fact]
    public async Task who_gives_up_waiting_leaves_the_queue_and_the_next_goes()
    {
        using var impatient = new CancellationTokenSource();
        var first = await _lanes.Enter(Anna, 1, Ct);
        var (second, third) = (_lanes.Enter(Anna, 2, impatient.Token), _lanes.Enter(Anna, 3, Ct));

        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(second);
        third.IsCompleted.ShouldBeFalse();
        first.Dispose();
        (await Eventually.Ends(third)).Dispose();
    }

    [Fact]
    public async Task who_gives_up_while_alone_in_the_queue_leaves_a_free_lane_behind()
    {
        using var impatient = new CancellationTokenSource();
        var first = await _lanes.Enter(Anna, 1, Ct);
        var second = _lanes.Enter(Anna, 2, impatient.Token);
        await impatient.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(second);
        first.Dispose();

        (await Eventually.Ends(_lanes.Enter(Anna, 3, Ct))).Dispose();
    }

    [Fact]
    public async Task nothing_is_kept_of_a_chat_that_rests()
    {
        var chat = await Visit(_lanes);

        GC.Collect();

        chat.TryGetTarget(out _).ShouldBeFalse("A bot that met a million people must not remember a million lanes.");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference<string>> Visit(Lanes lanes)
    {
        var name = new string('x', 12);
        (await lanes.Enter(new ChatKey(new BotId("labels"), name), 1, Ct)).Dispose();
        return new WeakReference<string>(name);
    }

    /// <summary>The order in which those who wait are let in, each by its place in the list.</summary>
    private static async Task<List<int>> Served(List<int> numbers)
    {
        var lanes = new Lanes();
        var served = new List<int>();
        var first = await lanes.Enter(Anna, 0, Ct);
        var waiting = numbers.Select(number => lanes.Enter(Anna, number, Ct)).ToList();
        first.Dispose();
        while (served.Count < waiting.Count)
        {
            var next = await Task.WhenAny(waiting.Index().Where(one => !served.Contains(one.Index)).Select(one => one.Item));
            served.Add(waiting.IndexOf(next));
            (await next).Dispose();
        }
        return served;
    }
}
