namespace Lavka.Talk;

/// <summary>Steps a dialog on sample data: looks are read at once, and every step is played again to see what it stopped at.</summary>
internal sealed class Probe(Func<Dialog> create)
{
    public async Task<Outcome> Step(DialogState state, Input input, CancellationToken ct)
    {
        var looks = new Dictionary<string, object?>();
        while (true)
        {
            var outcome = create().Step(state, input, looks);
            if (outcome is not Outcome.Looks look) return outcome;
            looks[look.Key] = await look.Query(ct);
        }
    }

    /// <summary>Where a state stands: what was passed and what is open.</summary>
    public async Task<Run> Play(DialogState state, CancellationToken ct)
    {
        var looks = new Dictionary<string, object?>();
        while (true)
        {
            var run = new Walk(create(), looks).Play(state);
            if (run.Look is not { } look) return run;
            looks[look.Key] = await look.Query(ct);
        }
    }
}
