namespace Lavka.Commerce;

/// <summary>One line of a posting: a credit is positive, a debit negative.</summary>
public sealed record Entry(Account Account, Money Amount);
