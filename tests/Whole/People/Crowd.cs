using Shouldly;

namespace Lavka.Whole;

/// <summary>Many people who fill the order form at the same time, each with words of his own, and what the messenger shows to them.</summary>
internal sealed class Crowd
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Town _town;
    private readonly Dictionary<long, Applicant> _people;
    private readonly List<Task> _acts = [];
    private long _heard;

    private Crowd(Town town, IEnumerable<Applicant> people) => (_town, _people) = (town, people.ToDictionary(person => person.Id));

    /// <summary>Nobody yet; they come with <see cref="Comes"/>.</summary>
    public Crowd(Town town) : this(town, [])
    {
    }

    public IReadOnlyCollection<Applicant> People => _people.Values;

    /// <summary>How much of what all of them have to do is done, from 0 to 1.</summary>
    public double Progress => _people.Values.Average(person => person.Progress);

    public int Done => _people.Values.Count(person => person.IsDone);

    public static async Task<Crowd> Gather(Town town, int people)
    {
        var crowd = new List<Applicant>();
        for (var number = 0; number < people; number++) crowd.Add(await town.NewApplicant(number));
        return new Crowd(town, crowd);
    }

    /// <summary>All begin at once; ends when everybody stands before his payment, or nobody got any further for so long.</summary>
    public async Task FillsTheForm(TimeSpan patience, CancellationToken ct)
    {
        foreach (var person in People) _acts.Add(person.Begins());
        await Finishes(patience, ct);
    }

    /// <summary>One more who goes the whole way, up to the label.</summary>
    public async Task Comes()
    {
        var person = await _town.NewApplicant(_people.Count, pays: true);
        _people.Add(person.Id, person);
        _acts.Add(person.Begins());
    }

    /// <summary>Ends when everybody is done, or nobody got any further for so long.</summary>
    public async Task Finishes(TimeSpan patience, CancellationToken ct)
    {
        for (var last = TimeProvider.System.GetTimestamp(); Done < _people.Count; await Task.Delay(Pause, TimeProvider.System, ct))
        {
            if (await Hears()) last = TimeProvider.System.GetTimestamp();
            if (TimeProvider.System.GetElapsedTime(last) > patience)
                throw new ShouldAssertException($"{_people.Count - Done} people wait in vain, e.g. {string.Join("; ", People.Where(person => !person.IsDone).Take(5).Select(person => $"{person.Id} for {person.Awaits}"))}");
        }
        await Task.WhenAll(_acts);
    }

    /// <summary>Everybody sees what has come and does what follows from it. True when something has come.</summary>
    public async Task<bool> Hears()
    {
        var calls = await _town.Telegram.Calls(_heard);
        foreach (var call in calls)
        {
            _heard = call.N;
            if (call.ChatId is { } chat && _people.TryGetValue(chat, out var person)) _acts.Add(person.Hears(call));
        }
        _acts.RemoveAll(act => act.IsCompletedSuccessfully);
        return calls.Count > 0;
    }
}
