namespace Lavka.Pure.Talk.Guide;

public sealed record Guest(string Name, string? Phone);
