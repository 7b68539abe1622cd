using System.Globalization;
using System.Text.Json;
using Lavka.Talk;

namespace Lavka.Channels.Telegram;

/// <summary>
/// Reads an update, whatever its bytes are: no exception leaves here. Only private chats are served; what happens in groups and channels is
/// acknowledged as <see cref="Happening.Other"/>. Texts come out as valid UTF-16 without NUL, ids as the decimal numbers that Telegram gave.
/// </summary>
public static class TelegramUpdate
{
    /// <summary>The lane of updates that name no chat.</summary>
    private const string Nowhere = "0";

    /// <summary>What happened, at the time that Telegram tells or, where it tells none (a press), when it was <paramref name="received"/>.</summary>
    public static Reading Read(ReadOnlySpan<byte> json, DateTimeOffset received)
    {
        try
        {
            return JsonSerializer.Deserialize(json, Wire.Json.UpdateWire) is { UpdateId: { } id } update
                ? new Reading.Understood(Inbound(update, id.ToString(CultureInfo.InvariantCulture), received))
                : new Reading.Unreadable("it has no update_id", null);
        }
        catch (JsonException e)
        {
            return new Reading.Unreadable($"it is not an update at {e.Path ?? "$"}, byte {e.BytePositionInLine} of line {e.LineNumber}", IdOf(json));
        }
    }

    private static Inbound Inbound(UpdateWire update, string id, DateTimeOffset received) => update switch
    {
        { Message: { } message } => InChat(id, message.Chat, message.From, Time(message.Date, received), "message", Content(message)),
        { EditedMessage: { } message } => InChat(id, message.Chat, message.From, Time(message.EditDate, received), "edited_message",
            Shown(message.MessageId) is { } edited ? new Happening.Edited(edited) : null),
        { CallbackQuery: { } query } => InChat(id, query.Message?.Chat ?? PrivateChatOf(query.From), query.From, received, "callback_query",
            query is { Id: { } press, Data: { } data } ? new Happening.Pressed(data, press, Shown(query.Message?.MessageId)) : null),
        { MyChatMember: { } member } => InChat(id, member.Chat, member.From, Time(member.Date, received), "my_chat_member", member.NewChatMember?.Name switch
        {
            "kicked" => new Happening.Left(),
            "member" => new Happening.Returned(),
            _ => null,
        }),
        { PreCheckoutQuery: { } query } => InChat(id, PrivateChatOf(query.From), query.From, received, "pre_checkout_query", query.Id is { } asked ? new Happening.Checkout(asked) : null),
        // Not asked for, but what is asked for can change while some are on their way; they are its sender's, so they count as his (vpn:S-09).
        { InlineQuery: { } query } => InChat(id, PrivateChatOf(query.From), query.From, received, "inline_query", null),
        _ => new Inbound(id, Nowhere, Nobody, received, new Happening.Other("unknown")),
    };

    private static Inbound InChat(string id, ChatWire? chat, UserWire? from, DateTimeOffset at, string kind, Happening? what) =>
        new(id, Shown(chat?.Id) ?? Nowhere, PersonOf(from), at, chat switch
        {
            null or { Id: null } => new Happening.Other(kind),
            { Type: "private" } => what ?? new Happening.Other(kind),
            _ => new Happening.Other("group"),
        });

    private static Happening? Content(MessageWire message)
    {
        var id = Shown(message.MessageId);
        if (message.Text is { } text) return new Happening.Wrote(text, id);
        if (message.SuccessfulPayment is not null) return new Happening.Other("successful_payment", IsPayment: true);
        if (message.IsService) return null;
        if (message.Contact is { PhoneNumber: { Length: > 0 } phone } contact)
            return new Happening.Contact(phone, $"{contact.FirstName} {contact.LastName}".Trim(), contact.UserId is { } owner && owner == message.From?.Id);
        if (PlaceOf(message.Location ?? message.Venue?.Location) is { } place) return place;
        // An animation carries itself as a document too, so it is asked for first.
        (string Kind, FileWire? File)[] files =
        [
            ("photo", message.Photo?.MaxBy(size => size is null ? -1 : (size.Width ?? 0) * (size.Height ?? 1))), ("animation", message.Animation), ("document", message.Document),
            ("voice", message.Voice), ("audio", message.Audio), ("video", message.Video), ("video_note", message.VideoNote), ("sticker", message.Sticker),
        ];
        var (kind, file) = files.FirstOrDefault(sent => sent.File is not null);
        kind ??= message.Contact is not null ? "contact" : message.Location is not null ? "location" : "other";
        return new Happening.Sent(kind, MediaOf(kind, file), message.Caption, message.MediaGroupId, id);
    }

    // Telegram keeps photos as JPEG and does not say so.
    private static Media? MediaOf(string kind, FileWire? file) =>
        file?.FileId is { } id ? new Media(kind, id, file.FileName, file.MimeType ?? (kind == "photo" ? "image/jpeg" : null), file.FileSize) : null;

    private static Happening.Place? PlaceOf(LocationWire? location) =>
        location is { Latitude: >= -90 and <= 90 and var latitude, Longitude: >= -180 and <= 180 and var longitude }
            ? new Happening.Place(Math.Round((decimal)latitude, 6), Math.Round((decimal)longitude, 6))
            : null;

    // A press under a message that Telegram no longer describes: in a private chat the chat's id is the person's.
    private static ChatWire? PrivateChatOf(UserWire? user) => user is null ? null : new ChatWire { Id = user.Id, Type = "private" };

    // Nobody has a chat of his own.
    private static Person Nobody { get; } = new("", "");

    private static Person PersonOf(UserWire? user) =>
        Shown(user?.Id) is { } id ? new Person(id, $"{user!.FirstName} {user.LastName}".Trim(), user.Username, user.LanguageCode) : Nobody;

    private static DateTimeOffset Time(long? unixSeconds, DateTimeOffset received) =>
        unixSeconds is > 0 and < 253402300800 ? DateTimeOffset.FromUnixTimeSeconds(unixSeconds.Value) : received;

    private static string? Shown(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    private static long? IdOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName } && reader.ValueTextEquals("update_id"u8))
                    return reader.Read() && reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var id) ? id : null;
        }
        catch (JsonException)
        {
            // What comes before the broken place named no id.
        }
        return null;
    }
}
