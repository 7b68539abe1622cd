namespace Lavka.Pure.Talk.Samples;

public sealed record Sides(decimal Length, decimal Width, decimal Height);
