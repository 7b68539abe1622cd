namespace Lavka.Simulator.Telegram.Chat;

/// <summary>What the web chat sends for its person.</summary>
public static class ChatRequests
{
    public sealed record NewPerson(string? FirstName, string? Username, string? LanguageCode);

    public sealed record Write(string? Text, int? ReplyTo);

    public sealed record Press(int MessageId, string? Data);

    public sealed record Location(double Latitude, double Longitude);

    public sealed record Edit(int MessageId, string? Text);

    public sealed record Block(bool Blocked);
}
