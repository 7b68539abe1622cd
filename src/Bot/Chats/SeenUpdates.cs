using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Lavka.Bot;

/// <summary>
/// The latest updates of a chat, so that a repetition is recognised: the last 100, which is more than a messenger has under way at once and redelivers after an outage (Telegram:
/// 100 connections of a webhook). Ids are only compared for equality: a messenger's may start anew. Numbers are kept as they are; of any other id 64 bits of its SHA-256.
/// It cannot be changed.
/// </summary>
[JsonConverter(typeof(SeenUpdatesJson))]
public sealed class SeenUpdates
{
    private const int Most = 100;

    private readonly long[] _marks;

    private SeenUpdates(long[] marks) => _marks = marks;

    public static SeenUpdates None { get; } = new([]);

    public int Count => _marks.Length;

    public bool Contains(string update) => _marks.AsSpan().Contains(Mark(update));

    /// <summary>These and one more; the oldest is forgotten when there are too many.</summary>
    public SeenUpdates With(string update)
    {
        var kept = _marks.AsSpan(Math.Max(0, _marks.Length - Most + 1));
        var marks = new long[kept.Length + 1];
        kept.CopyTo(marks);
        marks[^1] = Mark(update);
        return new(marks);
    }

    /// <summary>The oldest first, each as its distance from the one before: a bot's updates are numbered one after another, so that is two bytes rather than a dozen.</summary>
    public override string ToString()
    {
        var bytes = new ArrayWriter(stackalloc byte[Most * 10]);
        var before = 0L;
        foreach (var mark in _marks)
        {
            bytes.Add(unchecked(mark - before));
            before = mark;
        }
        return Base64Url.EncodeToString(bytes.Written);
    }

    /// <exception cref="FormatException">It was not written by <see cref="ToString"/>.</exception>
    public static SeenUpdates Parse(string written)
    {
        var marks = new List<long>(Most);
        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(written);
        for (var before = 0L; bytes.Length > 0; marks.Add(before)) before = unchecked(before + Distance(ref bytes));
        return new([.. marks]);
    }

    private static long Mark(string update) =>
        long.TryParse(update, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(update)));

    /// <summary>A number in as few bytes as it needs, seven bits a byte, its sign in the last bit.</summary>
    private static long Distance(ref ReadOnlySpan<byte> bytes)
    {
        var (number, shift) = (0UL, 0);
        foreach (var part in bytes)
        {
            number |= (ulong)(part & 0x7f) << shift;
            shift += 7;
            if (part >= 0x80) continue;
            bytes = bytes[(shift / 7)..];
            return (long)(number >> 1) ^ -(long)(number & 1);
        }
        throw new FormatException("The list of updates ends in the middle of a number.");
    }

    private ref struct ArrayWriter(Span<byte> room)
    {
        private readonly Span<byte> _room = room;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _room[.._length];

        public void Add(long distance)
        {
            var number = (ulong)((distance << 1) ^ (distance >> 63));
            for (; number >= 0x80; number >>= 7) _room[_length++] = (byte)(number | 0x80);
            _room[_length++] = (byte)number;
        }
    }
}
