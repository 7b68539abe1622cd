namespace Lavka.Pure.Talk.Samples;

public sealed record Address(string City, Way Way, Door? Door, string Phone);
