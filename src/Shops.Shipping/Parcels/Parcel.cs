namespace Lavka.Shops.Shipping;

/// <summary>What is sent: pounds and inches.</summary>
public sealed record Parcel(decimal Weight, decimal Length, decimal Width, decimal Height)
{
    /// <summary>Where carriers begin to charge for size (spec decision 3): length and girth, the longest side being the length.</summary>
    public const decimal LargestGirth = 165;

    public decimal LengthAndGirth
    {
        get
        {
            var longest = Math.Max(Length, Math.Max(Width, Height));
            return longest + (2 * (Length + Width + Height - longest));
        }
    }
}
