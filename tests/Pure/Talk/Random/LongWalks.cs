using System.Globalization;
using Lavka.Talk;
using Xunit;

namespace Lavka.Pure.Talk.Random;

/// <summary>
/// All laws at once, at every move of long walks. A few seconds unless more is asked for: <c>LAVKA_SEEDS=100 LAVKA_STEPS=10000</c> are so many seeds,
/// with so many moves each; <c>LAVKA_SEEDS=51-100</c> are the later half of them.
/// </summary>
public sealed class LongWalks
{
    private const int MovesOfAWalk = 200;

    public static TheoryData<int> Seeds
    {
        get
        {
            var range = Asked("LAVKA_SEEDS", "4").Split('-');
            return [.. Enumerable.Range(1, Number(range[^1])).Where(seed => range.Length == 1 || seed >= Number(range[0]))];
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_person_no_crash_and_no_deploy_breaks_a_law(int seed)
    {
        var walks = Math.Max(1, Number(Asked("LAVKA_STEPS", "400")) / MovesOfAWalk);
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Walk.Long((ulong)seed, walks, MovesOfAWalk, walk =>
        {
            Laws.All(walk);
            Count(walk.IsDeploy ? "deploys" : Name(walk.Chat.Outcome));
            if (walk is { IsDeploy: false, IsOver: false, Chat.Prompt.Manner: Manner.Next } && walk.Expected(walk.Before).Asked is { } asked) Count("answers to " + asked.Sort);
        });
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join(", ", tally.Select(one => $"{one.Value} {one.Key}")));

        void Count(string name) => tally[name] = tally.GetValueOrDefault(name) + 1;
    }

    private static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Asks asks => asks.Prompt.Manner.ToString(),
        Outcome.Needs => "works",
        _ => outcome.GetType().Name,
    };

    private static string Asked(string variable, string otherwise) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } asked ? asked : otherwise;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
