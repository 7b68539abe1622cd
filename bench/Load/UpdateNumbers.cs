using System.Globalization;

namespace Lavka.Bench.Load;

/// <summary>The messenger's own count of updates, and of those that a bot did not take at once.</summary>
internal sealed class UpdateNumbers(long first)
{
    private long _last = first;
    private long _refused;

    public long Refused => Interlocked.Read(ref _refused);

    public void Refuse() => Interlocked.Increment(ref _refused);

    /// <summary>The next update as Telegram writes it, in ASCII.</summary>
    public string Update(long chat, string text)
    {
        var number = Interlocked.Increment(ref _last);
        var command = text[0] == '/' ? $",\"entities\":[{{\"offset\":0,\"length\":{text.Length.ToString(CultureInfo.InvariantCulture)},\"type\":\"bot_command\"}}]" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"update_id":{{number}},"message":{"message_id":{{number}},"from":{"id":{{chat}},"is_bot":false,"first_name":"Ann","username":"ann{{chat}}","language_code":"en"},"chat":{"id":{{chat}},"first_name":"Ann","username":"ann{{chat}}","type":"private"},"date":1795000000,"text":"{{text}}"{{command}} } }""");
    }
}
