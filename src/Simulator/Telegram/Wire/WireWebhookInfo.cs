namespace Lavka.Simulator.Telegram.Wire;

/// <summary>getWebhookInfo's answer; times are Unix seconds.</summary>
public sealed record WireWebhookInfo(string Url, bool HasCustomCertificate, int PendingUpdateCount)
{
    public string? IpAddress { get; init; }

    public long? LastErrorDate { get; init; }

    public string? LastErrorMessage { get; init; }

    public int? MaxConnections { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }
}
