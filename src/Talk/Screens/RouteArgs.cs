namespace Lavka.Talk;

/// <summary>The values that a route carries for the holes of its pattern: <c>order/{id}</c> and <c>order/k7m2</c> give id = k7m2. Never trusted.</summary>
public sealed record RouteArgs(IReadOnlyDictionary<string, string> Values)
{
    public string this[string hole] => Values[hole];

    /// <summary>Null when the route does not fit the pattern.</summary>
    public static RouteArgs? Match(string pattern, string path)
    {
        var (wanted, given) = (pattern.Split('/'), path.Split('/'));
        if (wanted.Length != given.Length) return null;
        var values = new Dictionary<string, string>();
        for (var i = 0; i < wanted.Length; i++)
        {
            if (wanted[i] is ['{', .. var hole, '}']) values[hole] = given[i];
            else if (wanted[i] != given[i]) return null;
        }
        return new RouteArgs(values);
    }
}
