using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Lavka.Talk;

/// <summary>Work for the world in the middle of a dialog. Its result is kept for its inputs: change them and it is done anew.</summary>
public sealed class Once<T>
{
    private readonly Run _run;
    private readonly PendingWork _work;
    private readonly JsonTypeInfo<T> _json;

    internal Once(Run run, string name, string inputs, Text waiting, JsonTypeInfo<T> json, Func<string, CancellationToken, Task<Found<T>>> job)
    {
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs)).AsSpan(0, 6));
        (_run, _json) = (run, json);
        _work = new PendingWork(run.Scope + name + "#" + print, run.Scope + name, waiting, async (key, ct) => Found<T>.Write(await job(key, ct), json));
    }

    public Ask<T>.Awaiter GetAwaiter()
    {
        _run.Meet(_work.Name + "#");
        var found = _run.State.Answers.TryGetValue(_work.Key, out var stored) && stored is not null ? Found<T>.Read(stored, _json) : null;
        if (found is Found<T>.Value value)
        {
            _run.EndLeg();
            return new Ask<T>.Awaiter(true, value.Result);
        }
        _run.Stop(found is Found<T>.Refused refused ? _work with { Refusal = refused.Why } : _work);
        return new Ask<T>.Awaiter(false, default!);
    }
}
