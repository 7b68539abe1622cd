namespace Lavka.Host;

/// <summary>How a bot gets its updates.</summary>
public enum ReceiveMode
{
    Polling,
    Webhook,
}
