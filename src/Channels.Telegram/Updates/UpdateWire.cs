using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lavka.Channels.Telegram;

/// <summary>An update as Telegram sends it, with the fields that are read. Everything may be missing; nothing here is trusted.</summary>
internal sealed record UpdateWire(
    long? UpdateId, MessageWire? Message, MessageWire? EditedMessage, CallbackWire? CallbackQuery, MemberWire? MyChatMember, PreCheckoutWire? PreCheckoutQuery);

/// <summary>Dates are Unix seconds; 0 for a message that the bot may no longer see.</summary>
internal sealed record MessageWire(long? MessageId, long? Date, long? EditDate, UserWire? From, ChatWire? Chat, string? Text, string? Caption)
{
    public IReadOnlyList<FileWire?>? Photo { get; init; }

    public FileWire? Animation { get; init; }

    public FileWire? Document { get; init; }

    public FileWire? Voice { get; init; }

    public FileWire? Audio { get; init; }

    public FileWire? Video { get; init; }

    public FileWire? VideoNote { get; init; }

    public FileWire? Sticker { get; init; }

    public string? MediaGroupId { get; init; }

    public ContactWire? Contact { get; init; }

    public LocationWire? Location { get; init; }

    public VenueWire? Venue { get; init; }

    // What Telegram itself writes into a private chat; nobody expects an answer to it.
    public JsonElement? PinnedMessage { get; init; }

    public JsonElement? MessageAutoDeleteTimerChanged { get; init; }

    public JsonElement? ChatBackgroundSet { get; init; }

    public JsonElement? WriteAccessAllowed { get; init; }

    public JsonElement? ConnectedWebsite { get; init; }

    public JsonElement? SuccessfulPayment { get; init; }

    public JsonElement? RefundedPayment { get; init; }

    public bool IsService =>
        (PinnedMessage ?? MessageAutoDeleteTimerChanged ?? ChatBackgroundSet ?? WriteAccessAllowed ?? ConnectedWebsite ?? SuccessfulPayment ?? RefundedPayment)
            is not null;
}

/// <summary>A file of any kind; a size of a photo has neither name nor type.</summary>
internal sealed record FileWire(string? FileId, string? FileName, string? MimeType, long? FileSize, long? Width, long? Height);

internal sealed record ContactWire(string? PhoneNumber, string? FirstName, string? LastName, long? UserId);

internal sealed record LocationWire(double? Latitude, double? Longitude);

internal sealed record VenueWire(LocationWire? Location);

internal sealed record UserWire(long? Id, string? FirstName, string? LastName, string? Username, string? LanguageCode);

internal sealed record ChatWire(long? Id, string? Type);

internal sealed record CallbackWire(string? Id, UserWire? From, MessageWire? Message, string? Data);

internal sealed record MemberWire(ChatWire? Chat, UserWire? From, long? Date, MemberWire.Status? NewChatMember)
{
    internal sealed record Status([property: JsonPropertyName("status")] string? Name);
}

internal sealed record PreCheckoutWire(string? Id, UserWire? From);
