using System.Collections.Frozen;

namespace Lavka.Shops.Shipping;

/// <summary>The two-letter codes a label can be bought for: 50 states, DC, and PR, VI, GU, AS, MP (spec 2.3, decision 2).</summary>
public static class States
{
    private static readonly FrozenSet<string> Codes = (
        "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY " +
        "DC PR VI GU AS MP").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string code) => Codes.Contains(code);
}
