using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>From the simulator's state to what the web chat shows.</summary>
public static class Views
{
    public static BotView ToView(this BotAccount bot) =>
        new(
            bot.Id,
            bot.Registration.Username,
            bot.Registration.Name,
            Description: null,
            [.. bot.Commands.Shown.Select(command => new CommandView(command.Command, command.Description))]);

    public static PersonView ToView(this Person person) =>
        new(person.Id, person.FirstName, person.LastName, person.Username, person.LanguageCode, person.Color);

    public static ChatState ToView(this Conversation conversation)
    {
        lock (conversation.Gate)
            return new ChatState([.. conversation.Messages.Select(ToView)], conversation.IsBlocked)
            {
                ReplyKeyboard = conversation.Input.Keyboard?.ToView(),
                ForceReply = conversation.Input.Reply?.ToView(),
            };
    }

    public static MessageView ToView(this ChatMessage message)
    {
        var view = new MessageView(message.Id, message.Date.ToUnixTimeSeconds(), message.FromBot ? "bot" : "person", [], message.EditedAt is not null)
        {
            ReplyTo = message.ReplyTo,
            Album = message.Album,
            InlineKeyboard = message.Keyboard is { } keyboard ? [.. keyboard.Rows.Select(row => row.Select(ToView).ToArray())] : null,
        };
        return message.Content switch
        {
            Content.Text text => view with { Text = text.Body.Text, Entities = text.Body.ToView() },
            Content.Media media => view.With(media),
            Content.Contact contact => view with { Contact = new(contact.PhoneNumber, contact.FirstName, contact.LastName) },
            Content.Location location => view with { Location = new(location.Latitude, location.Longitude) },
            _ => throw new InvalidOperationException($"a message cannot carry {message.Content}"),
        };
    }

    public static EventView ToView(this ConversationEvent happened) => happened switch
    {
        ConversationEvent.Sent sent => new("message") { Message = sent.Message.ToView() },
        ConversationEvent.Edited edited => new("edit") { Message = edited.Message.ToView(), MessageId = edited.Message.Id },
        ConversationEvent.Deleted deleted => new("delete") { MessageId = deleted.MessageId },
        ConversationEvent.InputChanged { Input: var input } => new("keyboard")
        {
            ReplyKeyboard = input.Keyboard?.ToView(),
            ForceReply = input.Reply?.ToView(),
        },
        ConversationEvent.Acting acting => new("typing") { Action = acting.Action },
        ConversationEvent.Blocked blocked => new("blocked") { Blocked = blocked.IsBlocked },
        _ => throw new InvalidOperationException($"nothing is shown for {happened}"),
    };

    private static MessageView With(this MessageView view, Content.Media media)
    {
        var (width, height) = media.File.Size;
        var file = new FileView(
            $"/chat/files/{media.File.Id}",
            media.File.Name,
            media.File.Bytes.Length,
            media.File.Mime,
            width > 0 ? width : null,
            height > 0 ? height : null) { Emoji = media.Emoji };
        view = view with { Caption = media.Caption.Text.Length > 0 ? media.Caption.Text : null, Entities = media.Caption.ToView() };
        return media.File.Kind switch
        {
            FileKind.Photo => view with { Photo = file },
            FileKind.Document => view with { Document = file },
            FileKind.Voice => view with { Voice = file },
            _ => view with { Sticker = file },
        };
    }

    private static InlineButtonView ToView(InlineButton button) => new(button.Text, button.Data, button.Url);

    private static EntityView[] ToView(this FormattedText text) =>
        [.. text.Entities.Select(entity => new EntityView(entity.Type, entity.Offset, entity.Length, entity.Url, entity.Language))];

    private static ReplyKeyboardView ToView(this ReplyMarkup.Keyboard keyboard) =>
        new([.. keyboard.Rows.Select(row => row.Select(ToView).ToArray())], keyboard.Placeholder, keyboard.Resize, keyboard.OneTime, keyboard.Persistent);

    private static ReplyButtonView ToView(ReplyButton button) =>
        new(button.Text, button.RequestContact ? true : null, button.RequestLocation ? true : null);

    private static ForceReplyView ToView(this ForcedReply reply) => new(reply.MessageId, reply.Placeholder);
}
