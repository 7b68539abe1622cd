namespace Lavka.Whole;

/// <summary>Telegram delivers, and nobody waits for the answer to a press: it may die with the host.</summary>
public sealed class QueuedDelivery(TelegramSide telegram, long person) : IDelivery
{
    public Task Write(string text) => telegram.Enqueue(RawUpdate.Wrote(person, text));

    public async Task<string?> Press(int message, string data)
    {
        await telegram.Enqueue(RawUpdate.Pressed(person, message, data));
        return null;
    }
}
