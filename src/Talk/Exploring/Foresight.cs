namespace Lavka.Talk;

/// <summary>
/// What lies ahead of a state when every question is given its sample: the shapes of the questions to come, and the result. It tells moments apart that look alike
/// and lead elsewhere, and answers that lead to the same.
/// </summary>
internal sealed class Foresight(Probe probe)
{
    private const int Farthest = 400;

    private readonly Dictionary<string, (int Way, object? Result)> _known = [];
    private readonly Dictionary<string, int> _ways = [];

    /// <summary>Samples that their own question refuses, with the hint.</summary>
    public Dictionary<string, Text> Refused { get; } = [];

    public async Task<(int Way, object? Result)> Ahead(DialogState state, CancellationToken ct)
    {
        List<(string Json, string Shape)> walked = [];
        (int Way, object? Result) end = (Number("?"), null);
        var outcome = await probe.Step(state.Ahead, new Input.Open(), ct);
        while (walked.Count < Farthest)
        {
            if (outcome is Outcome.Done done)
            {
                end = (Number("."), done.Result);
                break;
            }
            var (now, prompt) = outcome switch
            {
                Outcome.Asks asks => (asks.State, asks.Prompt),
                Outcome.Needs needs => (needs.State, needs.Prompt),
                _ => (null, null),
            };
            if (now is null || prompt is null) break;
            var json = now.ToJson();
            if (_known.TryGetValue(json, out end)) break;
            var run = await probe.Play(now, ct);
            var key = run.Work?.Name ?? prompt.Key;
            walked.Add((json, run.Question?.Review is null ? key + ShapeOf(prompt.View) : key));
            if (await Next(now, outcome, run, ct) is not { } next) break;
            outcome = next;
        }
        for (var i = walked.Count - 1; i >= 0; i--) _known[walked[i].Json] = end = (Number(walked[i].Shape + end.Way), end.Result);
        return end;
    }

    /// <summary>Everything that is shown, without what people or the world filled in.</summary>
    public static string ShapeOf(View view)
    {
        // Kinds of buttons count, not how many there are of each: a month has as many days as it has, and of ten dishes any may be ticked.
        var buttons = view.Rows.SelectMany(row => row).Select(button => button.Label.Shape).Distinct();
        return view.Body.Shape + string.Concat(buttons.Select(button => "\n[" + button + "]"));
    }

    private async Task<Outcome?> Next(DialogState state, Outcome outcome, Run run, CancellationToken ct)
    {
        if (outcome is Outcome.Needs needs) return await probe.Step(state, new Input.Supplied(needs.Work.Key, await needs.Work.Run(needs.Work.Key, ct)), ct);
        if (run.Question is not { } question) return null;
        if (question.Review is { } review) return await probe.Step(state, new Input.Tapped(KeyCode.Of(run.OpenKey), new Tap.Choose(review.Seal)), ct);
        if (!question.Guess(out var stored)) return null;
        if (question.Holds(stored)) return await probe.Step(state.With(question.Key, stored), new Input.Open(), ct);
        Refused[question.Key] = question.Read(question.Sample ?? "", null) is Reading.Wrong wrong ? wrong.Why : DialogTexts.ChooseButton;
        return null;
    }

    private int Number(string way)
    {
        if (!_ways.TryGetValue(way, out var number)) _ways.Add(way, number = _ways.Count);
        return number;
    }
}
