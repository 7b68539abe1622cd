namespace Lavka.Pure.Talk.Samples;

public sealed record Parcel(Party From, Party To, decimal Weight, Sides Sides, decimal Price);
