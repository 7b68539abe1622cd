namespace Lavka.Talk;

/// <summary>
/// Something to be done in the world before the dialog can go on. It is run outside of any transaction, again after a crash, always with the same
/// <paramref name="Key"/>, which is unique for the dialog, its inputs and the number of times the person asked for it.
/// </summary>
public sealed record Work(string Name, string Key, Func<string, CancellationToken, Task<string>> Run)
{
    /// <summary>The result that stands for "gave up": the person may have it tried again, go back, or cancel.</summary>
    public static string Failure(Text why) => Found<Text>.Refusal(why);
}
