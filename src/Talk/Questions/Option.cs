namespace Lavka.Talk;

/// <summary>One answer to choose from. <paramref name="Key"/> is what is stored, so it keeps its meaning for ever; the label may change at any time.</summary>
public sealed record Option<T>(string Key, Text Label, T Value)
{
    private IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Keys that this option was stored under in earlier versions: answers with them mean this option.</summary>
    public Option<T> Was(params IReadOnlyList<string> keys) => this with { Earlier = [.. Earlier, .. keys] };

    /// <summary>The option that a stored key means today; null when it is gone.</summary>
    internal static Option<T>? Meant(IReadOnlyList<Option<T>> options, string stored) =>
        options.FirstOrDefault(option => option.Key == stored) ?? options.FirstOrDefault(option => option.Earlier.Contains(stored));
}
