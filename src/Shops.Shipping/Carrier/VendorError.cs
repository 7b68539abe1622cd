namespace Lavka.Shops.Shipping;

/// <summary>One entry of the vendor's <c>errors</c>. Types and codes are its own words (docs.shipstation.com, Error Codes); its messages change and are only shown.</summary>
internal sealed record VendorError(string? ErrorType, string? ErrorCode, string? Message, string? FieldName)
{
    private const int LongestReason = 500;

    public bool IsUsedId => ErrorCode == "identifier_conflict";

    public bool IsNoFunds => ErrorCode == "insufficient_funds";

    public bool IsBadAddress => ErrorCode == "invalid_address";

    /// <summary>The side of the shipment that it is about, as the order form calls it: "from", "to"; null for anything else.</summary>
    public string? Side => FieldName is null ? null
        : FieldName.Contains("ship_to", StringComparison.Ordinal) ? "to"
        : FieldName.Contains("ship_from", StringComparison.Ordinal) ? "from" : null;

    /// <summary>The rate is over, or so long over that the vendor has forgotten it.</summary>
    public bool IsLostRate => FieldName == "rate_id" && ErrorCode is ("invalid_status" or "invalid_identifier" or "not_found");

    /// <summary>About what was asked for, not about the merchant's account or the vendor's own state.</summary>
    public bool IsAboutRequest => ErrorType is not ("account_status" or "security" or "system" or "integrations");

    /// <summary>All reasons on one line, short enough to be shown.</summary>
    public static string Why(IEnumerable<VendorError> errors)
    {
        var said = errors.Select(error => error.Message ?? error.ErrorCode ?? "no reason given").Distinct();
        var line = string.Join(' ', string.Join("; ", said).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestReason ? line : line[..LongestReason] + "…";
    }
}
