using System.Diagnostics;
using Lavka.Pure.House;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class TourTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task nothing_in_the_shop_is_doubtful() =>
        (await Explorer.Walk(ShippingTour.Tour, Ct)).AllDoubts.Select(doubt => $"{doubt.Where}: {doubt.Doubt}").ShouldBeEmpty();

    [Fact]
    public async Task the_walk_through_the_order_of_eighteen_questions_meets_all_of_them_and_takes_seconds()
    {
        var watch = Stopwatch.StartNew();
        var order = (await Explorer.Walk(ShippingTour.Tour, Ct)).Dialogs[0];

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        order.Terms.Select(term => term.Key).ShouldBe([.. Orders.Usual.Select(usual => usual.Key), "review", "rate"]);
        order.Scenes.Select(scene => scene.Kind).Distinct().ShouldBe(Enum.GetValues<SceneKind>().TakeWhile(kind => kind is not SceneKind.Screen), ignoreOrder: true);
        order.Scenes.Count.ShouldBeInRange(60, 200);
    }

    [Fact]
    public async Task sizes_that_may_not_be_skipped_are_reached_by_the_second_sample_of_the_weight()
    {
        var order = (await Explorer.Walk(ShippingTour.Tour, Ct)).Dialogs[0];

        order.Scenes.Count(scene => scene is { Key: "parcel/length", Kind: SceneKind.Asked }).ShouldBe(2);
        order.Ways.ShouldContain(way => way.From == "order/parcel/weight" && way.IsAnswer && way.Label.Plain(Language.En) == "40");
    }

    /// <summary>When this fails, read its sentence; what is meant to be so is accepted by: dotnet run --project src/Host -- explore --accept</summary>
    [Fact]
    public async Task the_stored_answers_are_those_of_the_contract()
    {
        var kept = Contract.Read(await File.ReadAllTextAsync(Path.Combine(Tree.Root, "src", "Shops.Shipping", "dialogs.contract.txt"), Ct));
        var today = (await Explorer.Walk(ShippingTour.Tour, Ct)).Contract;

        kept.BrokenBy(today).ShouldBeEmpty();
        kept.ChangedBy(today).ShouldBeEmpty("Accept it by: dotnet run --project src/Host -- explore --accept");
    }
}
