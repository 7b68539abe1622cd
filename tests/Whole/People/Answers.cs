namespace Lavka.Whole;

/// <summary>The 18 answers of an order, all of them typed, in the order of the questions.</summary>
public static class Answers
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Zebulon O'Quigley", "4711 Wimbledon Ln #4", "Apt 12Q", "San Francisco", "CA", "94102", "+14155550133",
        "Philomena Quux", "350 Fifth Ave", "Suite 2077", "New York", "NY", "10118", "+12125550177",
        "2.5", "11", "12", "13",
    ];

    /// <summary>The question for the weight.</summary>
    public const int WeightStep = 15;

    /// <summary>What a customer never wants to find in a log; it occurs nowhere else, so a log can be searched for it.</summary>
    public static IReadOnlyList<string> Private { get; } = ["Zebulon", "Quigley", "Wimbledon", "Philomena", "350 Fifth", "4155550133", "2125550177"];

    /// <summary>What the bot shows while it waits for this answer.</summary>
    public static string Step(int number) => FormattableString.Invariant($"Step {number}/18");
}
