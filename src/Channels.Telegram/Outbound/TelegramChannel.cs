using System.Globalization;
using Lavka.Talk;

namespace Lavka.Channels.Telegram;

/// <summary>
/// The way out to one bot. One dispatch is one call: what is too long is cut with an ellipsis, never sent in parts. A picture that Telegram can show
/// goes as a photo, any other file as a document; an album goes as photos when all of it can, and as documents otherwise, because Telegram mixes the two in none. Replacing a message that shows a file changes its caption and buttons; the file stays.
/// </summary>
public sealed class TelegramChannel(BotApi api) : IChannel
{
    private const int LongestPlaceholder = 64;

    public async Task<Delivery> Deliver(Dispatch dispatch, CancellationToken ct)
    {
        if (Number(dispatch.Chat) is not { } chat) return new Delivery.Refused("The chat is none of Telegram's: its id is not a number.");
        if (dispatch is { Act: Act.Say, Message.Album: { } album })
            return Deliveries.Of(await api.Send(Showing(chat, dispatch.Message.Html, album, dispatch.Contents) with { AllowPaidBroadcast = dispatch.MayCost }, ct));
        if (dispatch.Act is Act.Say) return Deliveries.Of(await api.Send(Saying(chat, dispatch.Message, dispatch.Content, dispatch.MayCost), ct), target: null);
        if (Number(dispatch.Target) is not { } message) return new Delivery.Refused("The message to change has no id of Telegram's.");
        return dispatch.Act is Act.Erase
            ? Deliveries.Of(await api.Send(new DeleteMessage(chat, message), ct), dispatch.Target!)
            : Deliveries.Of(await api.Send(Changing(chat, message, dispatch), ct), dispatch.Target);
    }

    public Task Answer(string query, string? note, CancellationToken ct) =>
        api.Send(new AnswerCallbackQuery(query, note is null ? null : Cut.Plain(note, AnswerCallbackQuery.Longest)), ct);

    public Task Refuse(string query, string why, CancellationToken ct) => api.Send(new AnswerPreCheckoutQuery(query, Ok: false, why), ct);

    private static Method<SentMessage> Saying(long chat, Message message, ReadOnlyMemory<byte> content, bool mayCost)
    {
        if (message.File is not { } file)
            return new SendMessage(chat, Cut.Html(message.Html, SendMessage.Longest), MarkupOf(message)) { AllowPaidBroadcast = mayCost ? true : null };
        var upload = new InputFile.Upload(file.Name, file.MediaType, content);
        var caption = message.Html.Length == 0 ? null : Cut.Html(message.Html, SendFile.LongestCaption);
        return IsPhoto(file, content)
            ? new SendPhoto(chat, upload, caption, MarkupOf(message)) { AllowPaidBroadcast = mayCost }
            : new SendDocument(chat, upload, caption, MarkupOf(message)) { AllowPaidBroadcast = mayCost };
    }

    private static SendMediaGroup Showing(long chat, string html, IReadOnlyList<Attachment> album, IReadOnlyList<ReadOnlyMemory<byte>> contents) => new(
        chat,
        [.. album.Zip(contents, (file, content) => new InputFile.Upload(file.Name, file.MediaType, content))],
        album.Zip(contents, IsPhoto).All(isPhoto => isPhoto),
        html.Length == 0 ? null : Cut.Html(html, SendFile.LongestCaption));

    private static bool IsPhoto(Attachment file, ReadOnlyMemory<byte> content) =>
        file.MediaType is "image/jpeg" or "image/png" or "image/webp" && content.Length <= SendPhoto.LargestBytes;

    // Telegram lets an edited message have buttons, but no invitation to reply.
    private static Method<SentMessage> Changing(long chat, long message, Dispatch dispatch) => dispatch switch
    {
        { Act: Act.Strip } => new EditMessageReplyMarkup(chat, message),
        { Message: { File: not null } said } => new EditMessageCaption(chat, message, Cut.Html(said.Html, SendFile.LongestCaption), ButtonsOf(said)),
        _ => new EditMessageText(chat, message, Cut.Html(dispatch.Message.Html, SendMessage.Longest), ButtonsOf(dispatch.Message)),
    };

    private static ReplyMarkup? MarkupOf(Message message) =>
        message.Wants is { } wanted ? ReplyMarkup.OneTime([[WantedKey(wanted, message.WantsLabel)], .. message.Rows.Select(SpokenRow)], PlaceholderOf(message))
        : ButtonsOf(message) ?? (message.AwaitsText ? ReplyMarkup.Invitation(PlaceholderOf(message)) : message.EndsWish ? ReplyMarkup.NoKeyboard : null);

    private static KeyboardButton WantedKey(Wanted wanted, string? label) => wanted switch
    {
        Wanted.Contact => new KeyboardButton(label ?? "📱", RequestContact: true),
        Wanted.Place => new KeyboardButton(label ?? "📍", RequestLocation: true),
        _ => throw new InvalidOperationException($"A wish of an unknown kind: {wanted}."),
    };

    // In the place of the keyboard a button can only say its own label; a link would say nothing.
    private static IReadOnlyList<KeyboardButton> SpokenRow(IReadOnlyList<Key> row) => [.. row.Where(key => key.Data is not null).Select(key => new KeyboardButton(key.Label))];

    private static ReplyMarkup? ButtonsOf(Message message) => message.Rows.Count == 0 ? null
        : ReplyMarkup.Buttons([.. message.Rows.Select(RowOf)]);

    private static IReadOnlyList<InlineButton> RowOf(IReadOnlyList<Key> row) => [.. row.Select(key => new InlineButton(key.Label, key.Data, key.Url))];

    private static string? PlaceholderOf(Message message) =>
        string.IsNullOrEmpty(message.Placeholder) ? null : Cut.Plain(message.Placeholder, LongestPlaceholder);

    private static long? Number(string? id) => long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
