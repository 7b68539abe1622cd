using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.State;

/// <summary>What a message carries.</summary>
public abstract record Content
{
    private Content()
    {
    }

    public sealed record Text(FormattedText Body) : Content;

    /// <summary>A file with words under it: photo, document, voice, or a sticker (whose caption is empty).</summary>
    public sealed record Media(StoredFile File, FormattedText Caption) : Content
    {
        /// <summary>What a sticker stands for.</summary>
        public string? Emoji { get; init; }
    }

    public sealed record Contact(string PhoneNumber, string FirstName, string? LastName, long? UserId) : Content;

    public sealed record Location(double Latitude, double Longitude) : Content;
}
