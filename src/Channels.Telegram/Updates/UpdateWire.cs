using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lavka.Channels.Telegram;

/// <summary>
/// An update as Telegram sends it, with the fields that are read. Everything may be missing; nothing here is trusted. The properties of all these can be set,
/// because the reader of the framework collects the arguments of a constructor in boxes first.
/// </summary>
internal sealed record UpdateWire
{
    public long? UpdateId { get; set; }

    public MessageWire? Message { get; set; }

    public MessageWire? EditedMessage { get; set; }

    public CallbackWire? CallbackQuery { get; set; }

    public MemberWire? MyChatMember { get; set; }

    public QueryWire? PreCheckoutQuery { get; set; }

    public QueryWire? InlineQuery { get; set; }
}

/// <summary>Dates are Unix seconds; 0 for a message that the bot may no longer see.</summary>
internal sealed record MessageWire
{
    public long? MessageId { get; set; }

    public long? Date { get; set; }

    public long? EditDate { get; set; }

    public UserWire? From { get; set; }

    public ChatWire? Chat { get; set; }

    public string? Text { get; set; }

    public string? Caption { get; set; }

    public IReadOnlyList<FileWire?>? Photo { get; set; }

    public FileWire? Animation { get; set; }

    public FileWire? Document { get; set; }

    public FileWire? Voice { get; set; }

    public FileWire? Audio { get; set; }

    public FileWire? Video { get; set; }

    public FileWire? VideoNote { get; set; }

    public FileWire? Sticker { get; set; }

    public string? MediaGroupId { get; set; }

    public ContactWire? Contact { get; set; }

    public LocationWire? Location { get; set; }

    public VenueWire? Venue { get; set; }

    // What Telegram itself writes into a private chat; nobody expects an answer to it.
    public JsonElement? PinnedMessage { get; set; }

    public JsonElement? MessageAutoDeleteTimerChanged { get; set; }

    public JsonElement? ChatBackgroundSet { get; set; }

    public JsonElement? WriteAccessAllowed { get; set; }

    public JsonElement? ConnectedWebsite { get; set; }

    public JsonElement? SuccessfulPayment { get; set; }

    public JsonElement? RefundedPayment { get; set; }

    public bool IsService =>
        (PinnedMessage ?? MessageAutoDeleteTimerChanged ?? ChatBackgroundSet ?? WriteAccessAllowed ?? ConnectedWebsite ?? SuccessfulPayment ?? RefundedPayment)
            is not null;
}

/// <summary>A file of any kind; a size of a photo has neither name nor type.</summary>
internal sealed record FileWire
{
    public string? FileId { get; set; }

    public string? FileName { get; set; }

    public string? MimeType { get; set; }

    public long? FileSize { get; set; }

    public long? Width { get; set; }

    public long? Height { get; set; }
}

internal sealed record ContactWire
{
    public string? PhoneNumber { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public long? UserId { get; set; }
}

internal sealed record LocationWire
{
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }
}

internal sealed record VenueWire
{
    public LocationWire? Location { get; set; }
}

internal sealed record UserWire
{
    public long? Id { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Username { get; set; }

    public string? LanguageCode { get; set; }
}

internal sealed record ChatWire
{
    public long? Id { get; set; }

    public string? Type { get; set; }
}

internal sealed record CallbackWire
{
    public string? Id { get; set; }

    public UserWire? From { get; set; }

    public MessageWire? Message { get; set; }

    public string? Data { get; set; }
}

internal sealed record MemberWire
{
    public ChatWire? Chat { get; set; }

    public UserWire? From { get; set; }

    public long? Date { get; set; }

    public Status? NewChatMember { get; set; }

    internal sealed record Status
    {
        [JsonPropertyName("status")]
        public string? Name { get; set; }
    }
}

/// <summary>What a person asks of the bot itself, in no chat.</summary>
internal sealed record QueryWire
{
    public string? Id { get; set; }

    public UserWire? From { get; set; }
}
