using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Commerce;

public sealed class IdTests
{
    [Fact, Covers("shipping:F01")]
    public void an_order_is_shown_by_the_first_six_characters_of_its_id()
    {
        new OrderId("k7m2q9zzzz").Display.ShouldBe("#ORD-K7M2Q9");
        OrderId.New().Value.ShouldMatch("^[0-9a-hjkmnp-tv-z]{10}$");
    }

    [Fact]
    public void what_comes_in_a_route_is_an_id_or_nothing()
    {
        var id = OrderId.New();
        OrderId.Read(id.Value).ShouldBe(id);
        string[] wrong = ["", "k7m2q9", "K7M2Q9ZZZZ", "k7m2q9zzz'", "k7m2q9zzzzz", "ilou000000"];
        foreach (var text in wrong)
        {
            OrderId.Read(text).ShouldBeNull();
            PaymentId.Read(text).ShouldBeNull();
        }
    }

    [Fact]
    public void the_route_of_a_check_fits_a_button() => PaymentViews.CheckRoute(PaymentId.New()).Path.Length.ShouldBeLessThanOrEqualTo(Route.Longest);
}
