using System.Globalization;
using System.Net.Http.Headers;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class AlbumTests
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task an_album_is_one_call_and_as_many_messages_with_one_group()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var sent = (await SendGroup(simulator, """[{"type":"photo","media":"attach://f0","caption":"<b>a</b>","parse_mode":"HTML"},{"type":"photo","media":"attach://f1"}]""", 2)).Result.AsArray();
        sent.Select(message => (int)message!["message_id"]!).ShouldBe([2, 3]);
        sent.Select(message => (string?)message!["media_group_id"]).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        sent[0]!["caption_entities"]![0]!["type"]!.ToString().ShouldBe("bold");
        (await simulator.Get("/sim/calls")).Json.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("[]", "Bad Request: there are no messages to send")]
    [InlineData("{}", "Bad Request: expected an Array of InputMedia")]
    [InlineData("""[{"type":"photo","media":"attach://f0"}]""", "Bad Request: the simulator wants 2 to 10 messages in an album, as the documentation says")]
    [InlineData("""[{"type":"photo","media":"attach://f0"},{"type":"document","media":"attach://f1"}]""", "Bad Request: document can't be mixed with other media types")]
    [InlineData("""[{"type":"photo","media":"attach://f0"},{"type":"photo","media":"attach://none"}]""", "Bad Request: can't parse InputMedia: media not found")]
    [InlineData("""[{"type":"photo","media":"attach://f0"},{"media":"attach://f1"}]""", "Bad Request: can't parse InputMedia: Can't find field \"type\"")]
    [InlineData("""[{"type":"photo","media":"attach://f0","colour":1},{"type":"photo","media":"attach://f1"}]""", "Bad Request: unknown field \"colour\"")]
    public async Task an_album_that_cannot_be_is_refused_and_nothing_is_sent(string media, string reason)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var files = media.Split("attach://f").Length - 1;
        (await SendGroup(simulator, media, files)).ShouldBeRefused(400, reason);
        (await simulator.Chat(TestSimulator.Anna))["messages"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task an_album_of_eleven_is_too_many()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var media = string.Join(',', Enumerable.Range(0, 11).Select(n => $$"""{"type":"photo","media":"attach://f{{n}}"}"""));
        (await SendGroup(simulator, $"[{media}]", 11)).ShouldBeRefused(400, "Bad Request: too many messages to send as an album");
    }

    [Fact]
    public async Task a_file_that_nothing_points_to_is_an_unknown_field()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await SendGroup(simulator, """[{"type":"photo","media":"attach://f0"},{"type":"photo","media":"attach://f1"}]""", 3))
            .ShouldBeRefused(400, "Bad Request: unknown field \"f2\"");
    }

    [Fact]
    public async Task a_persons_album_comes_as_several_updates_with_one_group()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        using var form = Form(3, ("kind", "photo"), ("caption", "mine"));
        using var sent = await simulator.Http.PostAsync("/chat/api/700/1001/file", form, TestContext.Current.CancellationToken);
        sent.EnsureSuccessStatusCode();
        var messages = (await simulator.Pending()).Select(update => update!["update"]!["message"]!).ToArray();
        messages.Length.ShouldBe(3);
        messages.Select(message => (string?)message["media_group_id"]).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        messages.Select(message => (string?)message["caption"]).ShouldBe(["mine", null, null]);
    }

    [Fact]
    public async Task a_photo_becomes_another_and_a_text_a_photo_but_a_message_of_an_album_keeps_its_kind()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await SendGroup(simulator, """[{"type":"photo","media":"attach://f0"},{"type":"photo","media":"attach://f1"}]""", 2);
        await simulator.Writes("text");
        (await Replace(simulator, 4, "photo")).Result["photo"].ShouldNotBeNull();
        (await Replace(simulator, 2, "document")).ShouldBeRefused(400, "Bad Request: message can't be edited");
        (await Replace(simulator, 2, "photo")).Result["media_group_id"].ShouldNotBeNull();
        (await Replace(simulator, 9, "photo")).ShouldBeRefused(400, "Bad Request: message to edit not found");
    }

    [Fact]
    public async Task a_message_is_copied_with_its_file_and_another_caption()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await SendGroup(simulator, """[{"type":"photo","media":"attach://f0"},{"type":"photo","media":"attach://f1"}]""", 2);
        (await simulator.Call("copyMessage", """{"chat_id":1001,"from_chat_id":1001,"message_id":2,"caption":"again"}""")).Result.ToJsonString().ShouldBe("""{"message_id":4}""");
        var copy = (await simulator.Chat(TestSimulator.Anna))["messages"]![3]!;
        copy["caption"]!.ToString().ShouldBe("again");
        copy["album"].ShouldBeNull();
        (await simulator.Call("copyMessage", """{"chat_id":1001,"from_chat_id":1001,"message_id":9}""")).ShouldBeRefused(400, "Bad Request: message to copy not found");
    }

    private static async Task<TestAnswer> Replace(TestSimulator simulator, int id, string type)
    {
        var media = $$"""{"type":"{{type}}","media":"attach://f0","caption":"{{Guid.NewGuid()}}"}""";
        using var form = Form(1, ("chat_id", "1001"), ("message_id", id.ToString(CultureInfo.InvariantCulture)), ("media", media));
        return await simulator.Call("editMessageMedia", form);
    }

    private static async Task<TestAnswer> SendGroup(TestSimulator simulator, string media, int files)
    {
        using var form = Form(files, ("chat_id", "1001"), ("media", media));
        return await simulator.Call("sendMediaGroup", form);
    }

    private static MultipartFormDataContent Form(int files, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        for (var n = 0; n < files; n++)
        {
            var file = new ByteArrayContent(Png);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            form.Add(file, $"f{n}", $"{n}.png");
        }
        return form;
    }
}
