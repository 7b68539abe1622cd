namespace Lavka.Pure.Talk.Guide;

public sealed record Evening(Guest Guest, int Guests, Place Place, bool Blankets, string Dishes, string Table, string Deposit);
