using System.Net;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class ChatApiTests
{
    [Fact]
    public async Task anna_and_john_are_there_and_others_can_join()
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Send(HttpMethod.Post, "/chat/api/people", """{"firstName":"Ольга","languageCode":"ru"}""");
        var people = (await simulator.Get("/chat/api/people")).Json.AsArray();
        people.Select(person => (long)person!["id"]!).ShouldBe([1001, 1002, 1003]);
        people.Select(person => (string?)person!["languageCode"]).ShouldBe(["ru", "en", "ru"]);
    }

    [Fact]
    public async Task a_persons_text_reaches_the_bot_with_who_and_where()
    {
        await using var simulator = await TestSimulator.Start();
        await simulator.Says(TestSimulator.John, "/start promo see https://lavka.example/a, ok");
        var message = (await simulator.Pending()).ShouldHaveSingleItem()!["update"]!["message"]!;
        message["from"]!.ToJsonString().ShouldBe("""{"id":1002,"is_bot":false,"first_name":"John","username":"john","language_code":"en"}""");
        message["chat"]!["type"]!.ToString().ShouldBe("private");
        message["entities"]!.AsArray().Select(entity => (string?)entity!["type"]).ShouldBe(["bot_command", "url"]);
        ((int)message["entities"]![1]!["length"]!).ShouldBe("https://lavka.example/a".Length);
    }

    [Fact]
    public async Task a_person_corrects_a_text_and_shares_contact_and_place()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Says(TestSimulator.Anna, "Mosow");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/edit", """{"messageId":2,"text":"Moscow"}""");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/contact", "{}");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/location", """{"latitude":55.75,"longitude":37.61}""");
        var updates = (await simulator.Pending()).Select(update => update!["update"]!).ToArray();
        updates[1]["edited_message"]!["text"]!.ToString().ShouldBe("Moscow");
        updates[1]["edited_message"]!["edit_date"].ShouldNotBeNull();
        updates[2]["message"]!["contact"]!["user_id"]!.GetValue<long>().ShouldBe(TestSimulator.Anna);
        updates[3]["message"]!["location"]!["latitude"]!.GetValue<double>().ShouldBe(55.75);
    }

    [Fact]
    public async Task somebody_elses_contact_names_no_user()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/contact", """{"phoneNumber":"+371 20000000","firstName":"Māra"}""");
        (await simulator.Pending())[0]!["update"]!["message"]!["contact"]!.AsObject().Select(field => $"{field.Key}={field.Value}").ShouldBe(["phone_number=+371 20000000", "first_name=Māra"]);
    }

    [Fact]
    public async Task a_person_takes_a_message_back_and_the_bot_hears_nothing()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await simulator.Says(TestSimulator.Anna, "oops");
        await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/delete", """{"messageId":2}""");
        (await simulator.Pending()).Count.ShouldBe(1);
        (await simulator.Writes("x", ""","reply_parameters":{"message_id":2}""")).ShouldBeRefused(400, "Bad Request: message to be replied not found");
        ((int)(await simulator.Send(HttpMethod.Post, "/chat/api/700/1001/delete", """{"messageId":2}""")).Status).ShouldBe(400);
    }

    [Fact]
    public async Task a_bot_sends_a_place_and_a_contact()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Call("sendLocation", """{"chat_id":1001,"latitude":56.95,"longitude":24.1}""")).Result["location"]!["latitude"]!.GetValue<double>().ShouldBe(56.95);
        (await simulator.Call("sendContact", """{"chat_id":1001,"phone_number":"+371","first_name":"Shop"}""")).Result["contact"]!["first_name"]!.ToString().ShouldBe("Shop");
        (await simulator.Call("sendLocation", """{"chat_id":1001,"longitude":24.1}""")).ShouldBeRefused(400, "Bad Request: latitude is empty");
        (await simulator.Call("sendContact", """{"chat_id":1001,"first_name":"Shop"}""")).ShouldBeRefused(400, "Bad Request: parameter \"phone_number\" is required");
    }

    [Theory]
    [InlineData("contact", """{"firstName":"Nobody"}""")]
    [InlineData("delete", """{"messageId":9}""")]
    [InlineData("text", "{}")]
    [InlineData("press", """{"messageId":1}""")]
    [InlineData("edit", """{"messageId":1}""")]
    [InlineData("location", """{"latitude":91,"longitude":0}""")]
    public async Task an_act_that_says_nothing_is_refused(string act, string json)
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        (await simulator.Send(HttpMethod.Post, $"/chat/api/700/1001/{act}", json)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task strangers_are_not_found()
    {
        await using var simulator = await TestSimulator.Start();
        (await simulator.Get("/chat/api/9/1001")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await simulator.Get("/chat/api/700/9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task whoever_listens_is_told_everything_in_order()
    {
        await using var simulator = await TestSimulator.StartWithAnna();
        await using var stream = await simulator.Http.GetStreamAsync("/chat/api/events?bot=700&person=1001", TestContext.Current.CancellationToken);
        using var lines = new StreamReader(stream);
        (await lines.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe(": listening");

        await simulator.Call("sendChatAction", """{"chat_id":1001,"action":"typing"}""");
        await simulator.Writes("x");
        await simulator.Call("editMessageText", """{"chat_id":1001,"message_id":2,"text":"y"}""");
        await simulator.Call("deleteMessage", """{"chat_id":1001,"message_id":2}""");
        await simulator.Writes("z", ""","reply_markup":{"keyboard":[["a"]]}""");

        List<string?> types = [];
        while (types.Count < 6)
            if (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 } line)
                types.Add((string?)JsonNode.Parse(line["data: ".Length..])!["type"]);
        types.ShouldBe(["typing", "message", "edit", "delete", "message", "keyboard"]);
    }
}
