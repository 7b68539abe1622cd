using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lavka.Bench.Load;

/// <summary>
/// One of the messenger's connections to a bot: one update at a time, and an update that was not acknowledged is delivered again, as Telegram does. It goes on until the crowd ends.
/// </summary>
internal sealed class WebhookLine(Uri hook, string secret, Crowd crowd, UpdateNumbers numbers)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly byte[] _request = new byte[2048];
    private HttpWire? _wire;

    public async Task Run(CancellationToken ct)
    {
        try
        {
            await foreach (var person in crowd.Ready.ReadAllAsync(ct))
            {
                var request = Request(person);
                while (!await IsTaken(request, ct))
                {
                    numbers.Refuse();
                    await Task.Delay(Pause, TimeProvider.System, ct);
                }
                crowd.Acknowledged(person);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot is stopped; whoever waits is counted.
        }
        finally
        {
            _wire?.Dispose();
        }
    }

    private async Task<bool> IsTaken(ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        try
        {
            _wire ??= await Connected(ct);
            await _wire.Write(request, ct);
            if (await _wire.Read(ct) is var (head, _)) return head.Span["HTTP/1.1 ".Length] == (byte)'2';
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            // The bot died or is not there yet.
        }
        _wire?.Dispose();
        _wire = null;
        return false;
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

    private ReadOnlyMemory<byte> Request(Person person)
    {
        var text = person.Write();
        var body = numbers.Update(person.Chat, text);
        var request = string.Create(CultureInfo.InvariantCulture,
            $"POST {hook.AbsolutePath} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        return _request.AsMemory(0, Encoding.ASCII.GetBytes(request, _request));
    }
}
