using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lavka.Bench.Load;

/// <summary>
/// A Bot API that takes every call at once and hands each message to <paramref name="heard"/> before it answers. It checks nothing, that is the simulator's business, but
/// <paramref name="refused"/> may say of a message that it is not taken, and with what answer.
/// </summary>
internal sealed class FakeBotApi(Action<SaidMessage> heard, Func<SaidMessage, Refusal?>? refused, int port) : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port);
    private readonly CancellationTokenSource _stop = new();
    private Task _accepting = Task.CompletedTask;
    private long _messages;

    public string Url => $"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Before it nobody listens there.</summary>
    public void Start()
    {
        _listener.Start(512);
        _accepting = Accept();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptSocketAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // The benchmark is over.
        }
    }

    private async Task Serve(Socket socket)
    {
        socket.NoDelay = true;
        using var wire = new HttpWire(socket);
        var answer = new byte[512];
        try
        {
            while (await wire.Read(_stop.Token) is var (head, body)) await wire.Write(answer.AsMemory(0, Answered(head.Span, body.Span, answer)), _stop.Token);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            // The bot was stopped.
        }
    }

    /// <summary>Writes the answer and says how long it is.</summary>
    private int Answered(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, byte[] answer)
    {
        var call = head[..head.IndexOf(" HTTP/"u8)];
        var (status, json) = call.EndsWith("/sendMessage"u8) ? Sent(body)
            : (200, call.EndsWith("/getMe"u8) ? """{"ok":true,"result":{"id":42,"is_bot":true,"first_name":"Form","username":"form_bot"}}""" : """{"ok":true,"result":true}""");
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}"), answer);
    }

    private (int Status, string Json) Sent(ReadOnlySpan<byte> body)
    {
        var message = SaidMessage.Read(body);
        if (refused?.Invoke(message) is { } refusal) return (refusal.Status, refusal.Json);
        heard(message);
        return (200, string.Create(CultureInfo.InvariantCulture,
            $$"""{"ok":true,"result":{"message_id":{{Interlocked.Increment(ref _messages)}},"date":1700000000,"chat":{"id":{{message.Chat}},"type":"private"},"text":"-" } }"""));
    }
}
