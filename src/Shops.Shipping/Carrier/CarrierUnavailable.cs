namespace Lavka.Shops.Shipping;

/// <summary>
/// The carrier could not be asked, or its answer says nothing about the request: unreachable, too slow, overloaded, broken, or our key is not accepted.
/// Try again later. After a purchase it means that a label may exist: look it up by its external id before buying again (shipping:E14).
/// </summary>
public sealed class CarrierUnavailable(string message, Exception? cause = null) : Exception(message, cause);
