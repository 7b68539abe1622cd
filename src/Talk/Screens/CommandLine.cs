namespace Lavka.Talk;

/// <summary>A command that people may type or pick from the messenger's menu: <c>/balance</c>.</summary>
public sealed record CommandLine(string Name, Text Description, Route Route);
