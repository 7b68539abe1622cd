namespace Lavka.Simulator.Telegram.Api;

/// <summary>A method that puts new messages into a chat, which the limits count.</summary>
public interface ISendingMethod : IMethod
{
    /// <summary>How many messages this call would make.</summary>
    int Messages(Arguments arguments) => 1;
}
