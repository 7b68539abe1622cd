using System.Diagnostics.CodeAnalysis;

namespace Lavka.Durable;

/// <summary>
/// What was used last, at most twice <paramref name="half"/> of it: when the younger half is full, the older one is forgotten. Not for use by several threads at once.
/// </summary>
public sealed class Recent<TKey, TValue>(int half) where TKey : notnull
{
    private Dictionary<TKey, TValue> _young = [];
    private Dictionary<TKey, TValue> _old = [];

    public bool TryFind(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_young.TryGetValue(key, out value)) return true;
        if (!_old.Remove(key, out value)) return false;
        Keep(key, value);
        return true;
    }

    public void Keep(TKey key, TValue value)
    {
        if (_young.Count >= half && !_young.ContainsKey(key)) (_old, _young) = (_young, []);
        _young[key] = value;
    }

    public void Forget(TKey key)
    {
        _young.Remove(key);
        _old.Remove(key);
    }
}
