namespace Lavka.Commerce;

/// <summary>Money of one customer that is set aside for one purpose, such as an order.</summary>
public sealed record Hold(string Key, string About, CustomerId Customer, Money Amount, HoldState State);
