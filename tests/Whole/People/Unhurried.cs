namespace Lavka.Whole;

/// <summary>
/// A person who does nothing before the host knows that all it said has arrived. Who presses sooner gets the next question below the pressed message rather than in its place:
/// the host cannot know yet that nothing stands below it.
/// </summary>
public sealed class Unhurried(IDelivery delivery, HostStore store) : IDelivery
{
    public async Task Write(string text)
    {
        await store.HasSaidAll();
        await delivery.Write(text);
    }

    public async Task<string?> Press(int message, string data)
    {
        await store.HasSaidAll();
        return await delivery.Press(message, data);
    }
}
