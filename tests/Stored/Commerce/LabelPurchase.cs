using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Stored.Commerce;

/// <summary>The smallest process that spends money as a shop does: reserve, buy outside, capture or release.</summary>
[JsonPolymorphic]
[JsonDerivedType(typeof(Priced), nameof(Priced))]
[JsonDerivedType(typeof(Buying), nameof(Buying))]
[JsonDerivedType(typeof(Bought), nameof(Bought))]
[JsonDerivedType(typeof(Failed), nameof(Failed))]
internal abstract record LabelState(string Order, long Cents)
{
    internal sealed record Priced(string Order, long Cents) : LabelState(Order, Cents);

    internal sealed record Buying(string Order, long Cents) : LabelState(Order, Cents);

    internal sealed record Bought(string Order, long Cents, string Label) : LabelState(Order, Cents);

    internal sealed record Failed(string Order, long Cents) : LabelState(Order, Cents);
}

internal abstract record LabelEvent
{
    internal sealed record Pay : LabelEvent;

    internal sealed record TooLittleMoney : LabelEvent;

    internal sealed record LabelBought(string Label) : LabelEvent;

    internal sealed record CarrierRefused : LabelEvent;
}

internal sealed record BuyArgs(string Order);

[JsonSerializable(typeof(LabelState))]
[JsonSerializable(typeof(BuyArgs))]
internal sealed partial class LabelJson : JsonSerializerContext;

internal static class LabelPurchase
{
    public static readonly Process<LabelState, LabelEvent> Process = new("label", LabelJson.Default.LabelState, state => state.GetType().Name, Decide);

    private static Decision<LabelState, LabelEvent> Decide(LabelState state, LabelEvent happened) => (state, happened) switch
    {
        (LabelState.Priced, LabelEvent.Pay) => new Decision<LabelState, LabelEvent>.Next(
            new LabelState.Buying(state.Order, state.Cents),
            new Effect<LabelEvent>.Reserve("label", new Money(state.Cents, Currency.Usd), new LabelEvent.TooLittleMoney()),
            new Effect<LabelEvent>.Later(BuyLabel.Of(state.Order))),
        (LabelState.Buying, LabelEvent.TooLittleMoney) => new Decision<LabelState, LabelEvent>.Next(
            new LabelState.Priced(state.Order, state.Cents), new Effect<LabelEvent>.Tell(new View(Text.Literal("too little")))),
        (LabelState.Buying, LabelEvent.LabelBought bought) => new Decision<LabelState, LabelEvent>.Next(
            new LabelState.Bought(state.Order, state.Cents, bought.Label),
            new Effect<LabelEvent>.Capture("label"), new Effect<LabelEvent>.Tell(new View(Text.Literal("bought")))),
        (LabelState.Buying, LabelEvent.CarrierRefused) => new Decision<LabelState, LabelEvent>.Next(
            new LabelState.Failed(state.Order, state.Cents),
            new Effect<LabelEvent>.Release("label"), new Effect<LabelEvent>.Tell(new View(Text.Literal("not bought"))),
            new Effect<LabelEvent>.Alert(Text.Literal("the carrier refused"), $"{state.Order}:refused")),
        (LabelState.Bought, LabelEvent.Pay) => new Decision<LabelState, LabelEvent>.Ignored("already paid"),
        _ => new Decision<LabelState, LabelEvent>.Ignored($"{happened.GetType().Name} in {state.GetType().Name}"),
    };
}

/// <summary>A carrier that keeps its labels by our key, as an idempotent one does.</summary>
internal sealed class BuyLabel : Job<BuyArgs, string?>
{
    public ConcurrentDictionary<string, string> Sold { get; } = new();

    public bool Refuses { get; set; }

    public override string Name => "test.label";

    public override JsonTypeInfo<BuyArgs> Args => LabelJson.Default.BuyArgs;

    public static QueuedJob Of(string order) => new BuyLabel().With(new BuyArgs(order), order);

    public override Task<string?> Run(BuyArgs args, string key, CancellationToken ct) =>
        Task.FromResult(Refuses ? null : Sold.GetOrAdd(key, _ => $"se-{Sold.Count + 1}"));

    public override async Task<IReadOnlyList<View>> Settle(Desk desk, BuyArgs args, string? result, CancellationToken ct)
    {
        LabelEvent happened = result is null ? new LabelEvent.CarrierRefused() : new LabelEvent.LabelBought(result);
        return await LabelPurchase.Process.Handle(desk, new OrderId(args.Order), happened, ct) is ProcessOutcome<LabelState>.Moved moved ? moved.Views : [];
    }
}
