namespace Lavka.Talk;

/// <summary>Something read from the store anew in every turn and never kept: cities, templates, saved cards.</summary>
public sealed class Look<T>
{
    private readonly Run _run;
    private readonly string _key;
    private readonly Func<CancellationToken, Task<T>> _query;

    internal Look(Run run, string key, Func<CancellationToken, Task<T>> query) => (_run, _key, _query) = (run, key, query);

    public Ask<T>.Awaiter GetAwaiter()
    {
        if (_run.Looks.TryGetValue(_key, out var seen))
        {
            _run.EndLeg();
            return new Ask<T>.Awaiter(true, (T)seen!);
        }
        _run.Stop(new Outcome.Looks(_key, async ct => await _query(ct)));
        return new Ask<T>.Awaiter(false, default!);
    }
}
