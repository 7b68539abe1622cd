using System.Text.Json.Nodes;
using System.Text.Json;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Wire;

/// <summary>From the simulator's state to the Bot API's words.</summary>
public static class Translation
{
    public static WireUser ToWire(this BotAccount bot) =>
        new(bot.Id, IsBot: true, bot.Registration.Name) { Username = bot.Registration.Username };

    public static WireUser ToWire(this Person person) =>
        new(person.Id, IsBot: false, person.FirstName)
        {
            LastName = person.LastName,
            Username = person.Username,
            LanguageCode = person.LanguageCode,
        };

    public static WireChat ToChat(this Person person) => new(person.Id, person.FirstName, person.LastName, person.Username);

    public static JsonNode ToJson(this WireMessage message) => JsonSerializer.SerializeToNode(message, WireJson.Default.WireMessage)!;

    /// <summary>The message with the one it answers; that one without its own, as in Telegram.</summary>
    public static WireMessage ToWire(this Conversation conversation, ChatMessage message)
    {
        var answered = message.ReplyTo is { } id ? conversation.Find(id) : null;
        return conversation.Alone(message) with { ReplyToMessage = answered is null ? null : conversation.Alone(answered) };
    }

    public static WireFile ToWire(this StoredFile file) => new(file.Id, file.UniqueId, file.Bytes.Length);

    private static WireMessage Alone(this Conversation conversation, ChatMessage message)
    {
        var from = message.FromBot ? conversation.Bot.ToWire() : conversation.Person.ToWire();
        var wire = new WireMessage(message.Id, from, conversation.Person.ToChat(), message.Date.ToUnixTimeSeconds())
        {
            EditDate = message.EditedAt?.ToUnixTimeSeconds(),
            MediaGroupId = message.Album,
            ReplyMarkup = message.Keyboard?.ToWire(),
        };
        return message.Content switch
        {
            Content.Text text => wire with { Text = text.Body.Text, Entities = text.Body.ToWire() },
            Content.Media media => wire.With(media) with { Caption = NullIfEmpty(media.Caption.Text), CaptionEntities = media.Caption.ToWire() },
            Content.Contact contact => wire with { Contact = new(contact.PhoneNumber, contact.FirstName, contact.LastName, contact.UserId) },
            Content.Location location => wire with { Location = new(location.Latitude, location.Longitude) },
            _ => throw new InvalidOperationException($"a message cannot carry {message.Content}"),
        };
    }

    private static WireMessage With(this WireMessage wire, Content.Media media)
    {
        var file = media.File.ToWire();
        var (width, height) = media.File.Size;
        return media.File.Kind switch
        {
            FileKind.Photo => wire with { Photo = [file with { Width = width, Height = height }] },
            FileKind.Document => wire with { Document = file with { FileName = media.File.Name, MimeType = media.File.Mime } },
            FileKind.Voice => wire with { Voice = file with { MimeType = media.File.Mime, Duration = 1 } },
            _ => wire with { Sticker = file with { Width = width, Height = height, Type = "regular", Emoji = media.Emoji, IsAnimated = false, IsVideo = false } },
        };
    }

    private static WireKeyboard ToWire(this ReplyMarkup.Inline keyboard) =>
        new([.. keyboard.Rows.Select(row => row.Select(button => new WireButton(button.Text, button.Data, button.Url)).ToArray())]);

    private static WireEntity[]? ToWire(this FormattedText text) => text.Entities.Count == 0
        ? null
        : [.. text.Entities.Select(entity => new WireEntity(entity.Type, entity.Offset, entity.Length, entity.Url, entity.Language))];

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
