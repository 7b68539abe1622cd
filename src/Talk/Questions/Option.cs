namespace Lavka.Talk;

/// <summary>One answer to choose from. <paramref name="Key"/> is what is stored, so it keeps its meaning for ever; the label may change at any time.</summary>
public sealed record Option<T>(string Key, Text Label, T Value);
