namespace Lavka.Commerce;

/// <summary>What is in an account, in minor units, and how often it was changed; 0 for one that has no entry yet.</summary>
internal readonly record struct AccountStand(Account Account, long Balance, long Version);
