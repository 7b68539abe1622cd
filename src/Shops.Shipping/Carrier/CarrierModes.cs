using Lavka.Commerce;

namespace Lavka.Shops.Shipping;

/// <summary>
/// Which mode is on: the owner's latest choice, kept with all earlier ones. Read in every turn, so a switch counts from the next quote on (shipping:E08).
/// </summary>
internal static class CarrierModes
{
    /// <summary>The name of the choice, which is kept with it.</summary>
    public const string Choice = "carrier-mode";

    /// <param name="desk">Of whoever acts now.</param>
    /// <param name="hasTest">A shop without a key for tests is always in production.</param>
    /// <param name="ct">Stops the query.</param>
    public static async Task<CarrierMode> Read(Desk desk, bool hasTest, CancellationToken ct) =>
        hasTest && await desk.Choices.Read(Choice, ct) is nameof(CarrierMode.Test) ? CarrierMode.Test : CarrierMode.Production;

    public static Task Switch(Desk desk, CarrierMode mode, CancellationToken ct) => desk.Choices.Make(Choice, mode.ToString(), ct);
}
