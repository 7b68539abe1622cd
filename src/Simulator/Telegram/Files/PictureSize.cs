using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lavka.Simulator.Telegram.Files;

/// <summary>Width and height in pixels, read from the head of a PNG, GIF, JPEG or WebP.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Null when the bytes are not a picture that Telegram would take as a photo.</summary>
    public static PictureSize? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, ..] when bytes.Length >= 24 => new(Big32(bytes[16..]), Big32(bytes[20..])),
        [0x47, 0x49, 0x46, 0x38, ..] when bytes.Length >= 10 => new(Little16(bytes[6..]), Little16(bytes[8..])),
        [0xFF, 0xD8, ..] => OfJpeg(bytes[2..]),
        [0x52, 0x49, 0x46, 0x46, ..] when bytes.Length >= 30 && bytes[8..12].SequenceEqual("WEBP"u8) => OfWebP(bytes),
        _ => null,
    };

    private static PictureSize? OfJpeg(ReadOnlySpan<byte> segments)
    {
        while (segments is [0xFF, var marker, _, _, ..])
        {
            var isFrame = marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame && segments.Length >= 9)
                return new(Big16(segments[7..]), Big16(segments[5..]));
            var length = 2 + Big16(segments[2..]);
            if (length > segments.Length)
                return null;
            segments = segments[length..];
        }
        return null;
    }

    private static PictureSize? OfWebP(ReadOnlySpan<byte> bytes) => bytes[12..16] switch
    {
        [.., (byte)'X'] => new(1 + Little24(bytes[24..]), 1 + Little24(bytes[27..])),
        [.., (byte)' '] => new(Little16(bytes[26..]) & 0x3FFF, Little16(bytes[28..]) & 0x3FFF),
        [.., (byte)'L'] => new(1 + (Little16(bytes[21..]) & 0x3FFF), 1 + ((Little24(bytes[22..]) >> 6) & 0x3FFF)),
        _ => null,
    };

    private static int Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Little24(ReadOnlySpan<byte> bytes) => Little16(bytes) | (bytes[2] << 16);
}
