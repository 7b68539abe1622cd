using FsCheck;
using FsCheck.Fluent;
using Lavka.Bot;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class SeenUpdatesTests
{
    private static readonly Gen<string> Ids = Gen.OneOf(
        Gen.Choose(800_000_000, 800_000_300).Select(id => $"{id}"),
        Gen.Elements("0", "-1", $"{long.MinValue}", $"{long.MaxValue}", "9223372036854775808", "wamid.HBgLNzcwMTIzNDU2Nzg=", "wamid.HBgLNzcwMTIzNDU2Nzk=", "", "Ω"));

    [Fact]
    public void whatever_the_ids_the_last_hundred_are_known_before_and_after_a_reload_and_no_others() =>
        Prop.ForAll(Ids.ListOf().Resize(300).ToArbitrary(), ids =>
        {
            var seen = ids.Aggregate(SeenUpdates.None, (before, id) => before.With(id));
            var again = SeenUpdates.Parse(seen.ToString());

            var known = ids.TakeLast(100).ToHashSet(StringComparer.Ordinal);
            foreach (var id in ids) (seen.Contains(id), again.Contains(id)).ShouldBe((known.Contains(id), known.Contains(id)), id);
            again.ToString().ShouldBe(seen.ToString());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void a_hundred_updates_of_a_busy_bot_are_kept_in_three_hundred_characters() =>
        Enumerable.Range(1, 200).Aggregate(SeenUpdates.None, (seen, n) => seen.With($"{700_000_000 + (n * 997)}")).ToString().Length.ShouldBeLessThan(300);

    [Fact]
    public void the_array_of_ids_that_the_first_release_wrote_is_read() =>
        new[] { "41", "42" }.ShouldAllBe(id => ChatState.FromJson("""{"seen":["41","42"]}""").HasSeen(id));

    [Theory]
    [InlineData("!")]
    [InlineData("gA")]
    public void what_was_not_written_here_is_no_list_of_updates(string written) => Should.Throw<FormatException>(() => SeenUpdates.Parse(written));
}
