using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lavka.Channels.Telegram;

/// <summary>
/// One bot at the Bot API. Every call ends within its limit (10 s; a long poll 10 s after its own time) and is made once: repeating is the caller's business.
/// A fault is a value; only the caller's own cancellation is an exception. The token appears in no result, exception or log line of this class.
/// <paramref name="http"/> is made by <see cref="TelegramHttp"/>: a client that logs or traces would write down addresses, and with them the token.
/// <paramref name="server"/> is <see cref="Telegram"/>, a local Bot API server, or a simulator.
/// </summary>
public sealed class BotApi(HttpMessageInvoker http, Uri server, BotToken token, TimeProvider clock)
{
    public static readonly Uri Telegram = new("https://api.telegram.org");

    private readonly string _root = $"{server.AbsoluteUri.TrimEnd('/')}/bot{token.Value}/";
    private readonly ConcurrentDictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    public async Task<Answer<T>> Send<T>(Method<T> method, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(method.TimeLimit, clock);
        using var either = ct.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct) : null;
        using var body = new WatchedContent(method.Body());
        using var request = new HttpRequestMessage(HttpMethod.Post, _addresses.GetOrAdd(method.Name, static (name, root) => new Uri(root + name), _root)) { Content = body };
        var stop = either?.Token ?? limit.Token;
        try
        {
            using var response = await http.SendAsync(request, stop);
            return Read<T>(response.StatusCode, await response.Content.ReadAsByteArrayAsync(stop));
        }
        catch (HttpRequestException e)
        {
            return Lost<T>(body, Reason(e));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Lost<T>(body, "no answer in time");
        }
    }

    public override string ToString() => token.ToString();

    private static Answer<T> Read<T>(HttpStatusCode status, ReadOnlySpan<byte> json)
    {
        Envelope<T>? envelope;
        try
        {
            envelope = JsonSerializer.Deserialize(json, (JsonTypeInfo<Envelope<T>>)Wire.Of(typeof(Envelope<T>)));
        }
        catch (JsonException)
        {
            envelope = null;
        }
        return envelope is { Ok: true, Result: { } result } ? new Answer<T>.Ok(result) : new Answer<T>.Failed(FaultOf(status, envelope));
    }

    private static Fault FaultOf<T>(HttpStatusCode status, Envelope<T>? envelope)
    {
        var code = envelope?.ErrorCode ?? (int)status;
        var why = envelope?.Description ?? $"HTTP {code} without a description";
        return code switch
        {
            429 => new Fault.TooManyCalls(why, TimeSpan.FromSeconds(Math.Clamp(envelope?.Parameters?.RetryAfter ?? 1, 1, 24 * 3600))),
            401 or 404 => new Fault.Unauthorized(why),
            403 => new Fault.Forbidden(why),
            409 => new Fault.Conflict(why),
            // A gateway that got no answer in time knows as little as we do.
            504 => new Fault.Unanswered(why),
            >= 500 => new Fault.Broken(why),
            >= 400 => new Fault.Invalid(why),
            _ => new Fault.Unanswered($"HTTP {code} with an answer that is none of the Bot API's"),
        };
    }

    private static Answer<T>.Failed Lost<T>(WatchedContent body, string why) => new(body.Begun ? new Fault.Unanswered(why) : new Fault.NotSent(why));

    private static string Reason(HttpRequestException e) =>
        e.InnerException is SocketException socket ? $"{e.HttpRequestError}: {socket.SocketErrorCode}" : e.HttpRequestError.ToString();
}
