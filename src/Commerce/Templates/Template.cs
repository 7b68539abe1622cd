namespace Lavka.Commerce;

/// <summary>Something that a customer has put by to be used again. What the details are is the shop's business.</summary>
/// <param name="Id">Its own for good, whatever it is called.</param>
/// <param name="Name">As the customer typed it, 1 to 30 characters (shipping spec, decision 13).</param>
/// <param name="Details">The shop's JSON.</param>
public sealed record Template(TemplateId Id, string Name, string Details)
{
    /// <summary>Visible characters.</summary>
    public const int LongestName = 30;

    /// <summary>Whether a customer would take both names for the same: "Office" and "office ".</summary>
    public bool IsCalled(string name) => Key(Name) == Key(name);

    internal static string Key(string name) => name.Trim().ToUpperInvariant();
}
