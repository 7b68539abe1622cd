using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Api;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>What a person can do in his chat with a bot. Every act changes the chat and makes its update as one step.</summary>
public sealed class PersonActs(OpenPresses presses, FileStore files, TimeProvider time)
{
    private const int MostInAlbum = 10;

    public ChatMessage Write(Conversation conversation, string text, int? replyTo)
    {
        if (replyTo is { } answered && conversation.Find(answered) is null)
            throw RefusedException.BadRequest("the message to answer is gone");
        return Write(conversation, new Content.Text(Checked(text)), replyTo);
    }

    /// <summary>One file, or an album of up to ten of one kind: as many messages and updates, the caption under the first.</summary>
    public IReadOnlyList<ChatMessage> SendFiles(Conversation conversation, FileKind kind, IReadOnlyList<PersonFile> chosen, string? caption, string? emoji)
    {
        if (chosen.Count is 0 or > MostInAlbum)
            throw RefusedException.BadRequest("choose 1 to 10 files");
        if (kind == FileKind.Photo && chosen.Any(file => PictureSize.Of(file.Bytes.Span) is null))
            throw RefusedException.BadRequest("a photo must be a picture");
        var words = new FormattedText(caption ?? "", []).Trim().WithFoundEntities();
        if (words.Text.Length > MessageText.MostCaption)
            throw RefusedException.BadRequest("the caption is too long");
        var album = chosen.Count > 1 ? SendMediaGroup.NewAlbum() : null;
        return [.. chosen.Select((file, at) => Write(
            conversation,
            new Content.Media(files.Add(conversation.Bot.Id, kind, file.Name, file.Mime, file.Bytes), at == 0 ? words : FormattedText.Empty) { Emoji = emoji },
            replyTo: null,
            album))];
    }

    /// <summary>Shares the person's own contact; the number follows from his.</summary>
    public ChatMessage ShareContact(Conversation conversation)
    {
        var person = conversation.Person;
        var number = string.Create(CultureInfo.InvariantCulture, $"+7900{person.Id % 10_000_000:0000000}");
        return Write(conversation, new Content.Contact(number, person.FirstName, person.LastName, person.Id), replyTo: null);
    }

    /// <summary>Shares somebody else out of the address book; whether he is on Telegram nobody says.</summary>
    public ChatMessage ShareContact(Conversation conversation, string phoneNumber, string firstName) =>
        string.IsNullOrWhiteSpace(phoneNumber) || string.IsNullOrWhiteSpace(firstName)
            ? throw RefusedException.BadRequest("a contact has a number and a name")
            : Write(conversation, new Content.Contact(phoneNumber.Trim(), firstName.Trim(), LastName: null, UserId: null), replyTo: null);

    public ChatMessage ShareLocation(Conversation conversation, double latitude, double longitude) =>
        latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
            ? Write(conversation, new Content.Location(latitude, longitude), replyTo: null)
            : throw RefusedException.BadRequest("there is no such place on Earth");

    /// <summary>Changes a text of his own.</summary>
    public ChatMessage Edit(Conversation conversation, int messageId, string text)
    {
        var body = Checked(text);
        lock (conversation.Gate)
        {
            if (conversation.Find(messageId) is not { FromBot: false, Content: Content.Text } message)
                throw RefusedException.BadRequest("a person edits texts of his own only");
            var edited = conversation.Edit(message with { Content = new Content.Text(body), EditedAt = time.GetUtcNow() });
            conversation.Bot.Updates.Make("edited_message", conversation.ToWire(edited).ToJson());
            return edited;
        }
    }

    /// <summary>Takes a message of either side away, for both. The bot hears nothing of it.</summary>
    public void Delete(Conversation conversation, int messageId)
    {
        if (!conversation.Delete(messageId, byBot: false))
            throw RefusedException.BadRequest("the message is gone");
    }

    /// <summary>Presses a button that is there; the press waits for the bot's answer.</summary>
    public Press Press(Conversation conversation, int messageId, string data)
    {
        lock (conversation.Gate)
        {
            if (conversation.Find(messageId) is not { Keyboard: { } keyboard } message || !keyboard.HasData(data))
                throw RefusedException.BadRequest("there is no such button");
            var (bot, person) = (conversation.Bot, conversation.Person);
            var press = presses.Open(conversation);
            conversation.Recorder.Pressed(message, data);
            var instance = (bot.Id ^ (person.Id << 20)).ToString(CultureInfo.InvariantCulture);
            var query = new WireCallbackQuery(press.Id, person.ToWire(), conversation.ToWire(message), instance, data);
            bot.Updates.Make("callback_query", JsonSerializer.SerializeToNode(query, WireJson.Default.WireCallbackQuery)!);
            return press;
        }
    }

    public void Block(Conversation conversation, bool blocked)
    {
        lock (conversation.Gate)
        {
            if (conversation.IsBlocked == blocked)
                return;
            conversation.Block(blocked);
            conversation.Bot.Updates.Make("my_chat_member", MemberUpdate(conversation, blocked));
        }
    }

    private static ChatMessage Write(Conversation conversation, Content content, int? replyTo, string? album = null)
    {
        lock (conversation.Gate)
        {
            var message = conversation.Write(content, replyTo, album);
            conversation.Bot.Updates.Make("message", conversation.ToWire(message).ToJson());
            return message;
        }
    }

    private static FormattedText Checked(string text)
    {
        var body = new FormattedText(text, []).Trim().WithFoundEntities();
        return body.Text.Length is >= 1 and <= MessageText.MostText
            ? body
            : throw RefusedException.BadRequest("a text has 1 to 4096 characters");
    }

    private JsonNode MemberUpdate(Conversation conversation, bool blocked)
    {
        var member = new WireMember(conversation.Bot.ToWire(), "member");
        var kicked = new WireMember(conversation.Bot.ToWire(), "kicked") { UntilDate = 0 };
        var update = new WireMemberUpdate(
            conversation.Person.ToChat(),
            conversation.Person.ToWire(),
            time.GetUtcNow().ToUnixTimeSeconds(),
            blocked ? member : kicked,
            blocked ? kicked : member);
        return JsonSerializer.SerializeToNode(update, WireJson.Default.WireMemberUpdate)!;
    }
}
