namespace Lavka.Simulator.Telegram.Api;

/// <summary>What a call came to.</summary>
public abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    public sealed record Accepted(Success Success) : CallOutcome;

    public sealed record Refused(RefusedException Refusal) : CallOutcome;

    /// <summary>Carried out or not, the caller will never know: the connection is dropped instead of an answer.</summary>
    public sealed record Lost : CallOutcome;
}
