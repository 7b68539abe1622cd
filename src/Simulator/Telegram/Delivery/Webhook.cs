using System.Text.RegularExpressions;
using Lavka.Simulator.Telegram.Api;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>Where a bot wants its updates; equal settings are the same webhook. Unlike the public server, plain http and any port will do.</summary>
public sealed partial record Webhook(string Url, string? SecretToken, int MaxConnections)
{
    private const int DefaultConnections = 40;
    private const int MostConnections = 100;
    private const int MostSecret = 256;

    /// <summary>Null for an empty address, which takes the webhook away.</summary>
    public static Webhook? Read(Arguments arguments)
    {
        var url = arguments.Text("url");
        if (string.IsNullOrEmpty(url))
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw RefusedException.BadRequest("invalid webhook URL specified");
        var connections = arguments.Integer("max_connections") is { } asked and > 0 ? (int)Math.Min(asked, MostConnections) : DefaultConnections;
        return new Webhook(url, Secret(arguments.Text("secret_token")), connections);
    }

    private static string? Secret(string? token) => token switch
    {
        null or "" => null,
        { Length: > MostSecret } => throw RefusedException.BadRequest("secret token is too long"),
        _ when !SecretCharacters().IsMatch(token) => throw RefusedException.BadRequest("secret token contains unallowed characters"),
        _ => token,
    };

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.None, 1000)]
    private static partial Regex SecretCharacters();
}
