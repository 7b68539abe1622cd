namespace Lavka.Talk;

/// <summary>A question on the way, with its stored answer.</summary>
internal sealed record Passed(Question Question, string? Stored, Section Section);
