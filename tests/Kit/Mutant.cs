using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lavka.Kit;

/// <summary>
/// What becomes of a real message under hostile hands, the same for the same seed: values of wrong types and huge numbers in it, fields taken away or given twice, deep nesting,
/// halves of characters, and bytes that are cut off, changed, repeated or no UTF-8 at all.
/// </summary>
public sealed class Mutant(int seed)
{
    private const string Mark = "@@raw@@";

    /// <summary>JSON, or nearly, in the place of a value.</summary>
    private static readonly string[] Odd =
    [
        "null", "true", "[]", "{}", "\"\"", "0", "-1", "1.5", "1e400", "-0", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "0.1e-400", "1E+2", "01", "NaN",
        "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"a\\u0000b\\u202e\"", "\"" + new string('x', 5000) + "\"", "\"\\u\"", "[[[]]]", "{\"id\":null}", "\"/start\"", "\"/\"", "\"=\"", "'", "",
        new string('[', 200) + new string(']', 200), string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100), new string('9', 400),
    ];

    private static readonly byte[][] Rude = [[0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], "\""u8.ToArray(), "\\"u8.ToArray(), "}"u8.ToArray(), "{"u8.ToArray(), ","u8.ToArray(), "\uFEFF"u8.ToArray()];

    private readonly Random _random = new(seed);

    /// <summary>One of them, mutilated one to three times.</summary>
    public byte[] Of(IReadOnlyList<string> messages)
    {
        var message = messages[_random.Next(messages.Count)];
        for (var wounds = _random.Next(3); wounds > 0; wounds--) message = InItsValues(message);
        var bytes = Encoding.UTF8.GetBytes(message);
        return _random.Next(3) == 0 ? InItsBytes(bytes) : bytes;
    }

    /// <summary>A short text, such as the data of a button, with some of its characters changed.</summary>
    public string Text(string text)
    {
        var letters = text.ToList();
        for (var wounds = _random.Next(1, 4); wounds > 0; wounds--)
        {
            var at = _random.Next(letters.Count + 1);
            switch (_random.Next(4))
            {
                case 0 when at < letters.Count: letters.RemoveAt(at); break;
                case 1 when at < letters.Count: letters[at] = (char)_random.Next(32, 127); break;
                case 2: letters.Insert(at, (char)_random.Next(0xFFFF)); break;
                default: letters.InsertRange(at, new string(".=/:0ж"[_random.Next(6)], _random.Next(1, 20))); break;
            }
        }
        return new string([.. letters]);
    }

    private string InItsValues(string message)
    {
        try
        {
            return Changed(JsonNode.Parse(message)) ?? message;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // It is no JSON any more, has a field twice, or half of a character: wounded enough.
            return message;
        }
    }

    private string? Changed(JsonNode? root)
    {
        var places = new List<(JsonObject In, string Name)>();
        Collect(root, places);
        if (places.Count == 0) return null;
        var (parent, name) = places[_random.Next(places.Count)];
        var odd = Odd[_random.Next(Odd.Length)];
        switch (_random.Next(5))
        {
            case 0:
                parent.Remove(name);
                break;
            case 1:
                parent[name + "_2"] = parent[name]?.DeepClone();
                return root!.ToJsonString().Replace($"\"{name}_2\"", $"\"{name}\"", StringComparison.Ordinal);
            default:
                parent[name] = Mark;
                break;
        }
        return root!.ToJsonString().Replace($"\"{Mark}\"", odd, StringComparison.Ordinal);
    }

    private byte[] InItsBytes(byte[] bytes)
    {
        var (from, length) = (_random.Next(bytes.Length + 1), _random.Next(1, 30));
        var to = Math.Min(bytes.Length, from + length);
        return _random.Next(5) switch
        {
            0 => bytes[..from],
            1 => [.. bytes[..from], .. bytes[to..]],
            2 => [.. bytes[..to], .. bytes[from..]],
            3 => [.. bytes[..from], .. Rude[_random.Next(Rude.Length)], .. bytes[from..]],
            _ => [.. bytes.Select((value, at) => at >= from && at < to ? (byte)_random.Next(256) : value)],
        };
    }

    private static void Collect(JsonNode? node, List<(JsonObject, string)> places)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Collect(item, places);
            return;
        }
        if (node is not JsonObject fields) return;
        foreach (var (name, value) in fields)
        {
            places.Add((fields, name));
            Collect(value, places);
        }
    }
}
