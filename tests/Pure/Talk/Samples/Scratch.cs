using System.Text.Json.Serialization.Metadata;
using Lavka.Kit;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Samples;

/// <summary>A dialog written inside a test.</summary>
internal sealed class Scratch<T>(Func<Scratch<T>, Flow<T>> talk) : Dialog<T> where T : notnull
{
    public override string Name => "scratch";

    public static TestChat Chat(Func<Scratch<T>, Flow<T>> talk, IReadOnlyDictionary<string, string?>? answers = null) =>
        TestChat.With(() => new Scratch<T>(talk), answers);

    protected override Flow<T> Talk() => talk(this);

    public Ask<string> Text(string key) => Text(key, Lavka.Talk.Text.Literal(key + "?"));

    public Ask<decimal> Number(string key) => Number(key, Lavka.Talk.Text.Literal(key + "?"));

    /// <summary>Options written as "key=Label".</summary>
    public Ask<string> Choice(string key, params IReadOnlyList<string> options) => Choice(
        key,
        Lavka.Talk.Text.Literal(key + "?"),
        [.. options.Select(option => option.Split('=', 2)).Select(pair => new Option<string>(pair[0], Lavka.Talk.Text.Literal(pair[^1]), pair[0]))]);

    public Ask<TEnum> Choice<TEnum>(string key, Func<TEnum, Text> label) where TEnum : struct, Enum => Choice(key, Lavka.Talk.Text.Literal(key + "?"), label);

    public Ask<bool> Review() => Review(Lavka.Talk.Text.Literal("Right?"), Lavka.Talk.Text.Literal("Confirm"));

    public Once<TResult> Once<TResult>(string name, string inputs, JsonTypeInfo<TResult> json, Func<string, Found<TResult>> job) =>
        Once(name, inputs, Lavka.Talk.Text.Literal("Working"), json, (key, _) => Task.FromResult(job(key)));

    public Look<TResult> Looks<TResult>(string key, Func<TResult> query) => Look(key, _ => Task.FromResult(query()));

    public Flow<TPart> Within<TPart>(string name, Func<Flow<TPart>> part) => Part(name, part);

    public Flow<TPart> Titled<TPart>(string name, Func<Flow<TPart>> part) => Part(name, Lavka.Talk.Text.Literal("The " + name), part);

    public void Says(string text) => Say(Lavka.Talk.Text.Literal(text));
}
