using System.Net;
using System.Text;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class PoisonUpdateTests(ITestOutputHelper output)
{
    private const int Rounds = 12;
    private const long MostGrowth = 64 * 1024 * 1024;

    private long _updates = 970_000_000;

    [Fact]
    [Covers("faults:F12")]
    public async Task Whatever_bytes_come_the_answer_is_the_same_each_time_and_the_host_lives_in_the_same_memory()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        var (mallory, _) = await town.NewCustomerByHand("Mallory");
        await new Order(town, kate).Begins();
        foreach (var (what, body) in Poisons(mallory.Id))
        {
            var first = await Post(town, body);
            first.ShouldBe(what.Contains("too large", StringComparison.Ordinal) ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.OK, what);
            (await Post(town, body)).ShouldBe(first, what);
        }
        var before = await Memory(town);

        for (var round = 0; round < Rounds; round++)
            await Parallel.ForEachAsync(Poisons(mallory.Id).ToList(), async (poison, _) => await Post(town, poison.Body));

        var after = await Memory(town);
        output.WriteLine(FormattableString.Invariant($"Memory: {before >> 20} MiB before, {after >> 20} MiB after"));
        (after - before).ShouldBeLessThan(MostGrowth);
        await kate.Says(Answers.All[0], Answers.Step(2));
        await mallory.Says("/start", "Hello");
        town.Host.IsRunning.ShouldBeTrue();
        town.Host.Log.ShouldNotContain(line => line.Contains("Unhandled", StringComparison.Ordinal));
    }

    /// <summary>What each is, and its bytes. Those that can be read are of this person.</summary>
    private IEnumerable<(string What, byte[] Body)> Poisons(long person)
    {
        yield return ("nothing", []);
        yield return ("no JSON", "Hello"u8.ToArray());
        yield return ("no text at all", [0xFF, 0xFE, 0x00, 0xC0, 0x80]);
        yield return ("a NUL", [0]);
        yield return ("a number", "1"u8.ToArray());
        yield return ("nothing in JSON", "null"u8.ToArray());
        yield return ("a list", "[{}]"u8.ToArray());
        yield return ("no number", "{}"u8.ToArray());
        yield return ("a number that is a word", """{"update_id":"one"}"""u8.ToArray());
        yield return ("a number beyond int64", """{"update_id":9223372036854775808}"""u8.ToArray());
        yield return ("a number with a fraction", """{"update_id":1.5}"""u8.ToArray());
        yield return ("a number beyond everything", """{"update_id":1e400}"""u8.ToArray());
        yield return ("a number and nothing else", Update(""));
        yield return ("half of it", Update(Text(person, "x"))[..^20]);
        yield return ("a raw NUL in a text", Update(Text(person, "a\0b")));
        yield return ("a NUL in a text", Update(Text(person, @"a\u0000b")));
        yield return ("lone surrogates", Update(Text(person, @"\ud800 \udc00")));
        yield return ("a lone surrogate in a button", Update(Press(person, @"\udfff")));
        yield return ("NULs in a button", Update(Press(person, @"/\u0000")));
        yield return ("a byte that is no UTF-8", [.. Update(Text(person, ""))[..^5], 0xFF, .. "\"} }"u8]);
        yield return ("a text of 64 KiB", Update(Text(person, new string('x', 64 * 1024))));
        yield return ("a text of 120 KiB, four bytes a sign", Update(Text(person, string.Concat(Enumerable.Repeat("😀", 30 * 1024)))));
        yield return ("a button of 64 KiB", Update(Press(person, new string('/', 64 * 1024))));
        yield return ("too large", Update(Text(person, new string('x', 128 * 1024))));
        yield return ("deep inside unknown fields", Update($",\"unknown\":{Nested(10_000)}"));
        yield return ("deep inside a known field", Update($$""","message":{"text":{{Nested(10_000)}} }"""));
        yield return ("deep and never closed", Encoding.UTF8.GetBytes(new string('[', 100_000)));
        yield return ("the greatest ids", Update(Text(long.MaxValue, "Hello")));
        yield return ("the least ids", Update(Text(long.MinValue, "Hello")));
        yield return ("everything of the wrong type", Update(""","message":{"message_id":[],"from":"me","chat":7,"date":"now","text":{}}"""));
        yield return ("a message that is a number", Update(""","message":5"""));
        yield return ("nothing in every place", Update(""","message":{"message_id":null,"from":null,"chat":null,"date":null,"text":null,"photo":[null]}"""));
        yield return ("a date at the end of time", Update(
            $$""","message":{"message_id":1,"date":9223372036854775807,"chat":{"id":{{person}},"type":"private"},"text":"x"}"""));
        yield return ("a place beyond the earth", Update(
            $$""","message":{"message_id":1,"chat":{"id":{{person}},"type":"private"},"location":{"latitude":1e308,"longitude":-1e308} }"""));
        yield return ("the same field twice", Update(Text(person, "x") + ""","message":null"""));
    }

    private byte[] Update(string rest) =>
        Encoding.UTF8.GetBytes(FormattableString.Invariant($$"""{"update_id":{{Interlocked.Increment(ref _updates)}} {{rest}} }"""));

    private static string Text(long person, string text) =>
        FormattableString.Invariant($$""","message":{"message_id":1,{{People(person)}},"date":1,"text":"{{text}}"}""");

    private static string Press(long person, string data) =>
        FormattableString.Invariant($$""","callback_query":{"id":"1",{{People(person)}},"data":"{{data}}"}""");

    private static string People(long person) => FormattableString.Invariant(
        $$"""
        "from":{"id":{{person}},"first_name":"\ud83d\u0000","language_code":"en"},"chat":{"id":{{person}},"type":"private"}
        """);

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static async Task<HttpStatusCode> Post(Town town, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/telegram/{TownPlan.Shop}") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TownPlan.Secret);
        using var answer = await town.Host.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static Task<long> Memory(Town town) => town.Host.Metric("process_resident_memory_bytes");
}
