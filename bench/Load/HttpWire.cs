using System.Buffers.Text;
using System.Net.Sockets;

namespace Lavka.Bench.Load;

/// <summary>
/// HTTP/1.1 on a bare socket, message by message: the load must cost as little as it can, because it shares the machine with what is measured.
/// It reads what the bots and their HTTP clients send (a length, or chunks) and nothing more.
/// </summary>
internal sealed class HttpWire(Socket socket) : IDisposable
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <summary>The head without its blank line and the whole body, until the next call; null when the other side has hung up.</summary>
    public async ValueTask<(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)?> Read(CancellationToken ct)
    {
        if (_start == _end) (_start, _end) = (0, 0);
        int head;
        while ((head = _buffer.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0)
            if (!await More(ct)) return null;
        var body = head + 4;
        var size = Value("content-length:"u8, head) is { Length: > 0 } length && Utf8Parser.TryParse(length, out int bytes, out _) ? bytes : 0;
        var isChunked = Value("transfer-encoding:"u8, head).Length > 0;
        var whole = body + size;
        if (isChunked) (size, whole) = await Chunks(body, ct);
        else while (_end - _start < whole) if (!await More(ct)) return null;
        var from = _start;
        _start += whole;
        return (_buffer.AsMemory(from, head), _buffer.AsMemory(from + body, size));
    }

    public async ValueTask Write(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        while (bytes.Length > 0) bytes = bytes[await socket.SendAsync(bytes, ct)..];
    }

    public void Dispose() => socket.Dispose();

    /// <summary>Puts the chunks together where they lie. Offsets count from the start of the message.</summary>
    private async ValueTask<(int Size, int Whole)> Chunks(int body, CancellationToken ct)
    {
        for (var (size, at) = (0, body); ;)
        {
            int line;
            while ((line = _buffer.AsSpan(_start + at, _end - _start - at).IndexOf("\r\n"u8)) < 0) await Must(ct);
            if (!Utf8Parser.TryParse(_buffer.AsSpan(_start + at, line), out int chunk, out _, 'x')) throw new IOException("The other side sent a chunk without a length.");
            var end = at + line + 2 + chunk + 2;
            while (_end - _start < end) await Must(ct);
            _buffer.AsSpan(_start + at + line + 2, chunk).CopyTo(_buffer.AsSpan(_start + body + size));
            (size, at) = (size + chunk, end);
            if (chunk == 0) return (size, at);
        }
    }

    private async ValueTask Must(CancellationToken ct)
    {
        if (!await More(ct)) throw new IOException("The other side hung up in the middle of a message.");
    }

    private async ValueTask<bool> More(CancellationToken ct)
    {
        if (_end == _buffer.Length)
        {
            var room = _start > 0 ? _buffer : new byte[_buffer.Length * 2];
            _buffer.AsSpan(_start, _end - _start).CopyTo(room);
            (_buffer, _start, _end) = (room, 0, _end - _start);
        }
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), ct);
        _end += read;
        return read > 0;
    }

    /// <summary>A header's value; names are found in whatever case.</summary>
    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> name, int head)
    {
        var lines = _buffer.AsSpan(_start, head);
        while (lines.IndexOf("\r\n"u8) is >= 0 and var next)
        {
            lines = lines[(next + 2)..];
            if (lines.Length < name.Length || !System.Text.Ascii.EqualsIgnoreCase(lines[..name.Length], name)) continue;
            var value = lines[name.Length..];
            return (value.IndexOf("\r\n"u8) is >= 0 and var end ? value[..end] : value).TrimStart((byte)' ');
        }
        return [];
    }
}
