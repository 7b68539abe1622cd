namespace Lavka.Simulator.Telegram.Chat;

/// <summary>What the web chat sends for its person.</summary>
public static class ChatRequests
{
    public sealed record NewPerson(string? FirstName, string? Username, string? LanguageCode);

    public sealed record Write(string? Text, int? ReplyTo);

    public sealed record Press(int MessageId, string? Data);

    public sealed record Location(double Latitude, double Longitude);

    /// <summary>Somebody else's contact; without number and name the person's own.</summary>
    public sealed record Contact(string? PhoneNumber, string? FirstName);

    public sealed record Delete(int MessageId);

    public sealed record Edit(int MessageId, string? Text);

    public sealed record Block(bool Blocked);
}
