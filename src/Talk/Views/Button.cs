namespace Lavka.Talk;

/// <summary>A button under a message: what it says and what it does.</summary>
public sealed record Button(Text Label, Press Press)
{
    public static Button To(Text label, string route) => new(label, new Press.Go(new Route(route)));

    public static Button Link(Text label, string url) => new(label, new Press.Link(url));
}
