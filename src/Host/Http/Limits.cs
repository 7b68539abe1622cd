using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Lavka.Host;

/// <summary>
/// What a caller may cost. Everybody who calls (messengers, providers, a proxy in front) sends small things at once; whoever does not, holds a connection and nothing else, and
/// not for long. The number of connections is not bounded: a bound would lock out the messenger together with those who want it locked out.
/// </summary>
internal static class Limits
{
    /// <summary>Payment notifications are the largest thing that anybody sends; one byte more, so that their door itself says 413.</summary>
    private const long LargestBody = PaymentHooks.LargestBody + 1;

    private const int LargestHeaders = 16 * 1024;

    /// <summary>Telegram lets a connection lie idle for 60 s, and one that we close just then costs it an attempt.</summary>
    private static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);

    private static readonly MinDataRate SlowestBody = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.KeepAliveTimeout = LongestIdle;
        kestrel.Limits.RequestHeadersTimeout = LongestHeaders;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.MinRequestBodyDataRate = SlowestBody;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
    }
}
