using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lavka.Bot;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

/// <summary>A person who writes now fast, now slowly, to nodes whose clocks differ by a little; between two updates his chat is stored and read, as it is.</summary>
public sealed class RateLimitProperties
{
    private const int Skew = 40;

    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly RateLimit Limit = new();

    private static readonly Gen<Update> Updates = from pause in Gen.Frequency(
                                                      (20, Gen.Choose(0, 50)), (20, Gen.Choose(0, 3000)), (4, Gen.Choose(0, 10_000)), (1, Gen.Choose(30_000, 400_000)))
                                                  from skew in Gen.Choose(-Skew, Skew)
                                                  from isPayment in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
                                                  select new Update(pause, skew, isPayment);

    /// <summary>Milliseconds after the one before it, by true time, and how wrong the clock of its node is.</summary>
    private sealed record Update(int Pause, int Skew, bool IsPayment);

    [Fact, Covers("vpn:S-05", "vpn:S-08")]
    public void never_are_more_than_twenty_accepted_within_any_window_whatever_the_nodes_and_never_is_somebody_told_twice_of_one_ban() =>
        Prop.ForAll(Updates.ListOf().Resize(300).ToArbitrary(), updates =>
        {
            var (time, state) = (0L, new ChatState());
            List<long> accepted = [];
            List<long> told = [];
            foreach (var update in updates)
            {
                time += update.Pause;
                var (ruling, tempo) = Limit.Judge(state.Tempo, Noon.AddMilliseconds(time + update.Skew), mayReject: !update.IsPayment);
                if (update.IsPayment) ruling.ShouldBe(Ruling.Accepted);
                else if (ruling is Ruling.Accepted) accepted.Add(time);
                if (ruling is Ruling.Bans) told.Add(time);
                if (ruling is not Ruling.Rejected) state = Stored(state with { Tempo = tempo });
            }
            for (var at = 20; at < accepted.Count; at++) (accepted[at] - accepted[at - 20]).ShouldBeGreaterThanOrEqualTo(60_000 - (2 * Skew));
            for (var at = 1; at < told.Count; at++) (told[at] - told[at - 1]).ShouldBeGreaterThanOrEqualTo(300_000 - (2 * Skew));
        }).QuickCheckThrowOnFailure();

    [Fact, Covers("vpn:S-05", "vpn:S-06")]
    public void it_never_says_no_without_a_reason() =>
        Prop.ForAll(Updates.ListOf().Resize(300).ToArbitrary(), updates =>
        {
            var (time, state, banned) = (0L, new ChatState(), long.MinValue / 2);
            List<long> counted = [];
            foreach (var update in updates)
            {
                time += update.Pause;
                var (ruling, tempo) = Limit.Judge(state.Tempo, Noon.AddMilliseconds(time), mayReject: !update.IsPayment);
                var isBanned = time - banned < 300_000;
                var expected = update.IsPayment ? Ruling.Accepted : isBanned ? Ruling.Rejected : counted.Count(at => time - at < 60_000) >= 20 ? Ruling.Bans : Ruling.Accepted;
                ruling.ShouldBe(expected);
                if (ruling is Ruling.Bans) (banned, counted) = (time, []);
                else if (!isBanned) counted.Add(time);
                if (ruling is not Ruling.Rejected) state = Stored(state with { Tempo = tempo });
            }
        }).QuickCheckThrowOnFailure();

    [Fact, Covers("vpn:S-10")]
    public void what_is_kept_is_small_whatever_he_does() =>
        Prop.ForAll(Updates.ListOf().Resize(300).ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (updates, isAllPayments) =>
        {
            var (time, state) = (0L, new ChatState());
            var empty = state.ToJson().Length;
            foreach (var update in updates)
            {
                time += update.Pause;
                state = state with { Tempo = Limit.Judge(state.Tempo, Noon.AddMilliseconds(time), mayReject: !update.IsPayment && !isAllPayments).Tempo };
                Encoding.UTF8.GetByteCount(state.ToJson()).ShouldBeLessThan(empty + 180);
            }
        }).QuickCheckThrowOnFailure();

    private static ChatState Stored(ChatState state) => ChatState.FromJson(state.ToJson());
}
