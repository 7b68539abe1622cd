namespace Lavka.Talk;

/// <summary>A question that was passed on the way to the open one, with its stored answer.</summary>
internal sealed record Passed(Question Question, string? Stored, string Part, Text? PartTitle);
