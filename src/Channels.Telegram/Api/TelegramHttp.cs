namespace Lavka.Channels.Telegram;

/// <summary>
/// The HTTP client of all bots: connections are kept and renewed every five minutes (Telegram moves), redirects are not followed,
/// and no tracing sees the addresses, which hold tokens.
/// </summary>
public static class TelegramHttp
{
    public static HttpMessageInvoker NewClient() => new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
        AllowAutoRedirect = false,
        UseCookies = false,
        // Without a propagator the handler opens no activity, so no exporter can write the address down.
        ActivityHeadersPropagator = null,
    });
}
