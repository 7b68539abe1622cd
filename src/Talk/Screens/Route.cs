namespace Lavka.Talk;

/// <summary>
/// The address of a screen or of an act, such as <c>order/k7m2q9/pay</c>. A button carries it to the messenger and back, so it fits into 64 bytes;
/// it holds no state, and a keyboard from last year still works. Whether the person may go there is decided when it is opened, never by the route itself.
/// </summary>
public readonly record struct Route
{
    /// <summary>Telegram's limit for the data of a button is 64 bytes; one is kept for the mark that tells a route from an answer.</summary>
    public const int Longest = 63;

    /// <exception cref="ArgumentException">The path is empty, longer than <see cref="Longest"/> or not plain ASCII: a mistake of the shop's author.</exception>
    public Route(string path)
    {
        if (!IsOne(path)) throw new ArgumentException($"A route has 1 to {Longest} plain characters: \"{path}\".", nameof(path));
        Path = path;
    }

    public string Path { get; }

    /// <summary>Null when the text, which may be anything that came back from a messenger, cannot be a route.</summary>
    public static Route? Read(string path) => IsOne(path) ? new Route(path) : null;

    public override string ToString() => Path;

    private static bool IsOne(string path) => path.Length is > 0 and <= Longest && path.All(c => c is > ' ' and <= '~');
}
