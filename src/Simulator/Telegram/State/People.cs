using System.Collections.Concurrent;

namespace Lavka.Simulator.Telegram.State;

/// <summary>Everybody who could write to a bot; Anna (1001, Russian) and John (1002, English) are always there.</summary>
public sealed class People
{
    private static readonly string[] Colors = ["#e17076", "#7bc862", "#65aadd", "#a695e7", "#ee7aae", "#6ec9cb", "#faa774"];

    private readonly ConcurrentDictionary<long, Person> _people = new();
    private long _lastId;

    public People() => Reset();

    public IReadOnlyList<Person> All => [.. _people.Values.OrderBy(person => person.Id)];

    public Person? Find(long id) => _people.GetValueOrDefault(id);

    public Person Get(long id) => Find(id) ?? throw new RefusedException(404, $"there is no person {id}");

    public Person Add(string firstName, string? username, string? languageCode) =>
        Meet(Interlocked.Increment(ref _lastId), firstName, lastName: null, username, languageCode);

    /// <summary>The person with this number, as first met.</summary>
    public Person Meet(long id, string firstName, string? lastName, string? username, string? languageCode) =>
        _people.GetOrAdd(id, new Person(id, firstName, lastName, username, languageCode ?? "ru", Colors[id % Colors.Length]));

    /// <summary>Only Anna and John again.</summary>
    public void Reset()
    {
        _people.Clear();
        _lastId = 1000;
        Add("Анна", "anna", "ru");
        Add("John", "john", "en");
    }
}
