namespace Lavka.Simulator.Telegram.State;

/// <summary>One press of an inline button; the person sees a spinner until it is answered.</summary>
public sealed class Press(string id, long botId, Conversation? chat, DateTimeOffset at)
{
    private readonly TaskCompletionSource<PressAnswer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    public long BotId => botId;

    /// <summary>Where it happened; unknown for a press that a test made up.</summary>
    public Conversation? Chat => chat;

    public DateTimeOffset At => at;

    public Task<PressAnswer> Answered => _answered.Task;

    public bool Answer(PressAnswer answer) => _answered.TrySetResult(answer);
}
