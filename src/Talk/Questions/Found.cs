using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lavka.Talk;

/// <summary>What a work in the world came back with: a value, or a reason that the person is told. Anything unexpected is an exception and is tried again.</summary>
public abstract record Found<T>
{
    private const char BetweenLanguages = '\u001e';

    private Found()
    {
    }

    public sealed record Value(T Result) : Found<T>;

    public sealed record Refused(Text Why) : Found<T>;

    internal static string Write(Found<T> found, JsonTypeInfo<T> json) => found switch
    {
        Value value => "+" + JsonSerializer.Serialize(value.Result, json),
        Refused refused => Refusal(refused.Why),
        _ => throw new InvalidOperationException("A result of an unknown kind."),
    };

    internal static string Refusal(Text why) => "-" + why.Plain(Language.Ru) + BetweenLanguages + why.Plain(Language.En);

    /// <summary>Null when the stored result cannot be read by today's program: the work is then done again.</summary>
    internal static Found<T>? Read(string stored, JsonTypeInfo<T> json)
    {
        if (stored.StartsWith('-')) return stored[1..].Split(BetweenLanguages) is [var ru, var en] ? new Refused(Text.Literals(ru, en)) : null;
        try
        {
            return stored.StartsWith('+') && JsonSerializer.Deserialize(stored[1..], json) is { } result ? new Value(result) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
