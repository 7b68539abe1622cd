using System.Globalization;

namespace Lavka.Kit;

/// <summary>How long a random test goes on: <c>LAVKA_SEEDS=100</c> (or <c>51-100</c>) and <c>LAVKA_STEPS=10000</c> ask for more than a build has time for.</summary>
public static class Asked
{
    public static IEnumerable<int> Seeds(int usually)
    {
        var range = (Environment.GetEnvironmentVariable("LAVKA_SEEDS") ?? usually.ToString(CultureInfo.InvariantCulture)).Split('-');
        var (first, last) = (range.Length == 1 ? 1 : Number(range[0]), Number(range[^1]));
        return Enumerable.Range(first, last - first + 1);
    }

    public static int Steps(int usually) => Environment.GetEnvironmentVariable("LAVKA_STEPS") is { } asked ? Number(asked) : usually;

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
