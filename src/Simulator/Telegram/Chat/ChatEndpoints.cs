using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>The web chat's API: look at a chat, and act in it as its person.</summary>
public static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder routes)
    {
        var chat = routes.MapGroup("/chat").AddEndpointFilter<RefusalFilter>();
        chat.MapGet("/files/{id}", Download);
        chat.MapGet("/api/bots", (BotAccounts bots) => Results.Json([.. bots.All.Select(bot => bot.ToView())], ChatJson.Default.BotViewArray));
        chat.MapGet("/api/people", (People people) => Results.Json([.. people.All.Select(person => person.ToView())], ChatJson.Default.PersonViewArray));
        chat.MapPost("/api/people", AddPerson);
        chat.MapGet("/api/events", ChatEvents.Stream);

        var one = chat.MapGroup("/api/{bot:long}/{person:long}");
        one.MapGet("", ([AsParameters] ChatOf of) => Results.Json(of.Conversation.ToView(), ChatJson.Default.ChatState));
        one.MapPost("/text", ([AsParameters] ChatOf of, PersonActs acts, ChatRequests.Write said) =>
            Shown(acts.Write(of.Conversation, said.Text ?? "", said.ReplyTo)));
        one.MapPost("/edit", ([AsParameters] ChatOf of, PersonActs acts, ChatRequests.Edit edit) =>
            Shown(acts.Edit(of.Conversation, edit.MessageId, edit.Text ?? "")));
        one.MapPost("/delete", ([AsParameters] ChatOf of, PersonActs acts, ChatRequests.Delete asked) =>
        {
            acts.Delete(of.Conversation, asked.MessageId);
            return Results.NoContent();
        });
        one.MapPost("/contact", ([AsParameters] ChatOf of, PersonActs acts, ChatRequests.Contact contact) => Shown(contact is { PhoneNumber: null, FirstName: null }
            ? acts.ShareContact(of.Conversation)
            : acts.ShareContact(of.Conversation, contact.PhoneNumber ?? "", contact.FirstName ?? "")));
        one.MapPost("/location", ([AsParameters] ChatOf of, PersonActs acts, ChatRequests.Location place) =>
            Shown(acts.ShareLocation(of.Conversation, place.Latitude, place.Longitude)));
        one.MapPost("/press", Press);
        one.MapPost("/file", SendFiles).DisableAntiforgery();
        one.MapPost("/block", ([AsParameters] ChatOf of, PersonActs acts, ChatRequests.Block block) =>
        {
            acts.Block(of.Conversation, block.Blocked);
            return Results.NoContent();
        });
    }

    private static IResult Shown(ChatMessage message) => Results.Json(message.ToView(), ChatJson.Default.MessageView);

    private static IResult AddPerson(People people, ChatRequests.NewPerson asked) => string.IsNullOrWhiteSpace(asked.FirstName)
        ? throw RefusedException.BadRequest("a person has a first name")
        : Results.Json(people.Add(asked.FirstName.Trim(), asked.Username, asked.LanguageCode).ToView(), ChatJson.Default.PersonView);

    private static async Task<IResult> Press(
        [AsParameters] ChatOf of, PersonActs acts, ChatRequests.Press asked, TimeProvider time, HttpContext context)
    {
        var press = acts.Press(of.Conversation, asked.MessageId, asked.Data ?? "");
        try
        {
            var answer = await press.Answered.WaitAsync(OpenPresses.Patience, time, context.RequestAborted);
            return Results.Json(new PressView(answer.Alert, answer.Url) { Text = answer.Text }, ChatJson.Default.PressView);
        }
        catch (TimeoutException)
        {
            return Results.Json(new PressView(Alert: false, TimedOut: true), ChatJson.Default.PressView);
        }
    }

    private static async Task<IResult> SendFiles([AsParameters] ChatOf of, PersonActs acts, IFormCollection form, HttpContext context)
    {
        if (!Enum.TryParse<FileKind>(form["kind"], ignoreCase: true, out var kind))
            throw RefusedException.BadRequest("kind is photo, document, voice or sticker");
        var chosen = new List<PersonFile>();
        foreach (var file in form.Files)
        {
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, context.RequestAborted);
            chosen.Add(new PersonFile(file.FileName, file.ContentType, bytes.ToArray()));
        }
        var messages = acts.SendFiles(of.Conversation, kind, chosen, form["caption"], form["emoji"]);
        return Results.Json([.. messages.Select(message => message.ToView())], ChatJson.Default.MessageViewArray);
    }

    private static IResult Download(string id, FileStore files, HttpContext context)
    {
        var file = files.Find(id) ?? throw new RefusedException(404, "there is no such file");
        context.Response.Headers.ContentDisposition = $"inline; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        return Results.Bytes(file.Bytes, file.Mime);
    }
}
