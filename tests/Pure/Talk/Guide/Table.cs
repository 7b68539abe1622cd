namespace Lavka.Pure.Talk.Guide;

public sealed record Table(string Name, int Guests);
