namespace Lavka.Simulator.Telegram.Html;

/// <summary>An address that Telegram makes into a link: http, https or tg, and a host with a dot (so not "localhost").</summary>
public static class Link
{
    public static bool IsValid(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == "tg" || (uri.Scheme is "http" or "https" && (uri.Host.Contains('.', StringComparison.Ordinal) || uri.Host.StartsWith('['))));
}
