using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class FileTests
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task a_document_is_sent_once_and_named_afterwards()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        byte[] label = [.. "%PDF-1.7 label"u8];
        var document = (await SendFile(simulator, "sendDocument", "document", "label.pdf", label, "Your label")).Result["document"]!;
        document["file_name"]!.ToString().ShouldBe("label.pdf");
        var again = await simulator.Call("sendDocument", $$"""{"chat_id":1001,"document":"{{document["file_id"]}}"}""");
        again.Result["document"]!["file_unique_id"]!.ToString().ShouldBe(document["file_unique_id"]!.ToString());
        (await DownloadById(simulator, document)).ShouldBe(label);
    }

    [Fact]
    public async Task a_person_downloads_a_document_under_its_name()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await SendFile(simulator, "sendDocument", "document", "Наклейка.pdf", [1, 2, 3], "");
        var shown = (await simulator.Chat(TestSimulator.Anna))["messages"]![1]!["document"]!;
        using var response = await simulator.Http.GetAsync(shown["url"]!.ToString(), TestContext.Current.CancellationToken);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("Наклейка.pdf");
    }

    [Fact]
    public async Task a_photo_of_a_person_reaches_the_bot_with_its_size()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        using var form = Form("file", "passport.png", "image/png", Png, ("kind", "photo"), ("caption", "my passport"));
        using var sent = await simulator.Http.PostAsync("/chat/api/700/1001/file", form, TestContext.Current.CancellationToken);
        sent.StatusCode.ShouldBe(HttpStatusCode.OK);
        var message = (await simulator.Pending())[0]!["update"]!["message"]!;
        message["caption"]!.ToString().ShouldBe("my passport");
        var photo = message["photo"]![0]!;
        ((int)photo["width"]!, (int)photo["height"]!).ShouldBe((1, 1));
        (await DownloadById(simulator, photo)).ShouldBe(Png);
    }

    [Fact]
    public async Task what_is_not_a_picture_is_no_photo()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await SendFile(simulator, "sendPhoto", "photo", "x.png", [1, 2, 3], "")).ShouldBeRefused(400, "Bad Request: IMAGE_PROCESS_FAILED");
    }

    [Fact]
    public async Task files_that_cannot_be_are_refused()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var photo = (await SendFile(simulator, "sendPhoto", "photo", "x.png", Png, "")).Result["photo"]![0]!["file_id"];
        (await simulator.Call("sendDocument", """{"chat_id":1001}""")).ShouldBeRefused(400, "Bad Request: there is no document in the request");
        (await simulator.Call("sendDocument", """{"chat_id":1001,"document":"x"}"""))
            .ShouldBeRefused(400, "Bad Request: wrong file identifier/HTTP URL specified");
        (await simulator.Call("sendDocument", $$"""{"chat_id":1001,"document":"{{photo}}"}""")).ShouldBeRefused(400, "Bad Request: can't use file of type Photo as Document");
        (await simulator.Call("sendDocument", """{"chat_id":1001,"document":"https://lavka.example/x.pdf"}"""))
            .ShouldBeRefused(400, "Bad Request: the simulator fetches no URLs: upload the file or name its file_id");
        (await simulator.Call("getFile", """{"file_id":"x"}""")).ShouldBeRefused(400, "Bad Request: invalid file_id");
        (await SendFile(simulator, "sendDocument", "document", "x", [], "")).ShouldBeRefused(400, "Bad Request: file must be non-empty");
    }

    [Fact]
    public async Task a_file_above_50_MB_is_too_large()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await SendFile(simulator, "sendDocument", "document", "big.bin", new byte[(50 << 20) + 1], "")).ShouldBeRefused(413, "Request Entity Too Large");
    }

    [Fact]
    public async Task a_bot_downloads_20_MB_at_most_and_a_photo_has_10()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        using var form = Form("file", "film.bin", "application/octet-stream", new byte[(20 << 20) + 1], ("kind", "document"));
        using var sent = await simulator.Http.PostAsync("/chat/api/700/1001/file", form, TestContext.Current.CancellationToken);
        var id = (await simulator.Pending())[0]!["update"]!["message"]!["document"]!["file_id"];
        (await simulator.Call("getFile", $$"""{"file_id":"{{id}}"}""")).ShouldBeRefused(400, "Bad Request: file is too big");
        byte[] big = [.. Png, .. new byte[10 << 20]];
        (await SendFile(simulator, "sendPhoto", "photo", "x.png", big, "")).ShouldBeRefused(
            400, $"Bad Request: file of size {big.Length} bytes is too big for a photo; the maximum size is 10485760 bytes");
    }

    [Fact]
    public async Task a_voice_and_a_sticker_of_a_person_reach_the_bot()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        foreach (var kind in (string[])["voice", "sticker"])
        {
            using var form = Form("file", "x", "image/png", Png, ("kind", kind), ("emoji", "👍"));
            using var sent = await simulator.Http.PostAsync("/chat/api/700/1001/file", form, TestContext.Current.CancellationToken);
            sent.EnsureSuccessStatusCode();
        }
        var messages = (await simulator.Pending()).Select(update => update!["update"]!["message"]!).ToArray();
        messages[0]["voice"]!["duration"].ShouldNotBeNull();
        messages[1]["sticker"]!["emoji"]!.ToString().ShouldBe("👍");
    }

    [Fact]
    public async Task a_caption_holds_1024_characters()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        var longest = new string('x', 1024);
        (await SendFile(simulator, "sendDocument", "document", "x", [1], longest)).MessageId.ShouldBe(2);
        (await SendFile(simulator, "sendDocument", "document", "x", [1], longest + "y")).ShouldBeRefused(400, "Bad Request: message caption is too long");
    }

    private static async Task<TestAnswer> SendFile(TestSimulator simulator, string method, string field, string name, byte[] bytes, string caption)
    {
        using var form = Form(field, name, name.EndsWith(".pdf", StringComparison.Ordinal) ? "application/pdf" : "image/png", bytes, ("chat_id", "1001"), ("caption", caption));
        return await simulator.Call(method, form);
    }

    private static MultipartFormDataContent Form(string field, string name, string mime, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(mime);
        var form = new MultipartFormDataContent { { file, field, name } };
        foreach (var (fieldName, value) in fields)
            form.Add(new StringContent(value), fieldName);
        return form;
    }

    private static async Task<byte[]> DownloadById(TestSimulator simulator, JsonNode file)
    {
        var path = (await simulator.Call("getFile", $$"""{"file_id":"{{file["file_id"]}}"}""")).Result["file_path"]!.ToString();
        using var response = await simulator.Download(path);
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
