using System.Collections.Concurrent;
using Lavka.Host;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.House;

public sealed class StaticStateTests
{
    [Theory]
    [Covers("shipping:H05")]
    [InlineData(typeof(Lavka.Talk.View))]
    [InlineData(typeof(Lavka.Durable.Store))]
    [InlineData(typeof(Lavka.Bot.Stage))]
    [InlineData(typeof(Lavka.Channels.Telegram.TelegramChannel))]
    [InlineData(typeof(Lavka.Commerce.Money))]
    [InlineData(typeof(Lavka.Shops.Shipping.ShippingShop))]
    [InlineData(typeof(LavkaHost))]
    [InlineData(typeof(Lavka.Simulator.SimulatorApp))]
    public void no_room_keeps_anything_that_changes_in_a_static_field(Type anyType) => StaticState.In(anyType.Assembly.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void seeded_violations_are_found() => StaticState.In([typeof(Seeded)]).Count().ShouldBe(3);

    private static class Seeded
    {
        public const int Constant = 1;
        public static readonly string Kept = "kept";
        public static readonly Dictionary<int, string> Table = [];
        public static readonly ConcurrentQueue<int> Grows = [];
        private static int _counts;

        public static string? Set { get; set; }

        public static int Next() => ++_counts;
    }
}
