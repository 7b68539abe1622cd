using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lavka.Bench.Load;

/// <summary>One of the messenger's connections to a bot: one update at a time, connected anew whenever it breaks.</summary>
internal sealed class WebhookConnection(Uri hook) : IDisposable
{
    private HttpWire? _wire;

    /// <summary>An update as bytes that can be sent as often as one likes.</summary>
    public ReadOnlyMemory<byte> Request(string update, string secret) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"POST {hook.AbsolutePath} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Type: application/json\r\nContent-Length: {update.Length}\r\n\r\n{update}"));

    /// <summary>The status; 0 when nothing came back, because the bot died or is not there yet.</summary>
    public async Task<int> Post(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        try
        {
            _wire ??= await Connected(ct);
            await _wire.Write(request, ct);
            if (await _wire.Read(ct) is var (head, _)) return int.Parse(head.Span.Slice("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // Told by the status.
        }
        Dispose();
        return 0;
    }

    public void Dispose()
    {
        _wire?.Dispose();
        _wire = null;
    }

    private async Task<HttpWire> Connected(CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, hook.Port, ct);
            return new HttpWire(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
