namespace Lavka.Channels.Telegram;

/// <summary>What came of one call to the Bot API. Nothing the outside can do is an exception.</summary>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    public sealed record Ok(T Result) : Answer<T>;

    public sealed record Failed(Fault Fault) : Answer<T>;
}
