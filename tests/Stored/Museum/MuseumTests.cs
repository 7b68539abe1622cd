using Shouldly;
using Xunit;

namespace Lavka.Stored.Museum;

/// <summary>Whoever was in the middle of something when any earlier release ran goes on with today's as if nothing had happened.</summary>
public sealed class MuseumTests
{
    public static TheoryData<string> Exhibits => [.. Exhibit.All];

    [Theory]
    [MemberData(nameof(Exhibits))]
    public async Task what_a_release_has_stored_comes_to_its_end_and_no_answer_is_lost(string path) => (await Visit.To(Exhibit.Read(path))).ShouldBeEmpty();

    [Fact]
    public async Task a_state_whose_answer_cannot_be_read_any_more_is_noticed()
    {
        var complaints = new List<string>();
        foreach (var path in Exhibit.Bad) complaints.AddRange(await Visit.To(Exhibit.Read(path)));
        complaints.ShouldBe(["parcel/weight was \"heavy\" and is \"5.5\" now."]);
    }

    [Fact]
    public void every_dialog_of_the_shop_is_there() => Exhibit.All.Select(path => Exhibit.Read(path).Row).ShouldSatisfyAllConditions(
        rows => rows.ShouldContain(row => row.Contains("\"dialog\":\"order\"", StringComparison.Ordinal)),
        rows => rows.ShouldContain(row => row.Contains("\"dialog\":\"topup\"", StringComparison.Ordinal)));

    /// <summary>A release joins: <c>LAVKA_RELEASE=0.2 dotnet run -c Release --project tests/Stored -- -explicit only -method '*joins_the_museum'</c>; commit the files.</summary>
    [Fact(Explicit = true)]
    public async Task a_release_joins_the_museum()
    {
        foreach (var exhibit in await new Curator(Environment.GetEnvironmentVariable("LAVKA_RELEASE").ShouldNotBeNull()).Collect()) exhibit.Keep();
    }
}
