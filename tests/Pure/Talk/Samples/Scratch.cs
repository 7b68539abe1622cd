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

    /// <summary>Options written as "key=Label", several of which may be chosen.</summary>
    public Ask<IReadOnlyList<string>> Many(string key, int least, int most, params IReadOnlyList<string> options) => Many(
        key,
        Lavka.Talk.Text.Literal(key + "?"),
        [.. options.Select(option => option.Split('=', 2)).Select(pair => new Option<string>(pair[0], Lavka.Talk.Text.Literal(pair[^1]), pair[0]))],
        least,
        most);

    public Ask<TOption> Options<TOption>(string key, params IReadOnlyList<Option<TOption>> options) => Choice(key, Lavka.Talk.Text.Literal(key + "?"), options);

    public Ask<IReadOnlyList<TOption>> ManyOptions<TOption>(string key, params IReadOnlyList<Option<TOption>> options) => Many(key, Lavka.Talk.Text.Literal(key + "?"), options);

    public Ask<bool> Confirm(string key) => Confirm(key, Lavka.Talk.Text.Literal(key + "?"));

    public Ask<DateOnly> Day(string key, DateOnly from, DateOnly to, params IEnumerable<DateOnly> taken) => Day(key, Lavka.Talk.Text.Literal(key + "?"), from, to, taken);

    public Ask<Stay> Stay(string key, DateOnly from, DateOnly to, IEnumerable<DateOnly>? taken = null, int least = 1, int most = 30) =>
        Stay(key, Lavka.Talk.Text.Literal(key + "?"), from, to, taken, least, most);

    public Ask<Media> Photo(string key) => Photo(key, Lavka.Talk.Text.Literal(key + "?"));

    public Ask<IReadOnlyList<Media>> Photos(string key, int least = 1, int most = 10) => Photos(key, Lavka.Talk.Text.Literal(key + "?"), least, most);

    public Ask<Media> File(string key) => File(key, Lavka.Talk.Text.Literal(key + "?"));

    public Ask<Contact> Contact(string key) => Contact(key, Lavka.Talk.Text.Literal(key + "?"));

    public Ask<Place> Place(string key) => Place(key, Lavka.Talk.Text.Literal(key + "?"));

    public Ask<string> Secret(string key) => Secret(key, Lavka.Talk.Text.Literal(key + "?"));

    public string? GivenFor(string key, string? was = null) => Given(key, was);

    public Ask<TEnum> Choice<TEnum>(string key, Func<TEnum, Text> label) where TEnum : struct, Enum => Choice(key, Lavka.Talk.Text.Literal(key + "?"), label);

    public Ask<bool> Review() => Review(Lavka.Talk.Text.Literal("Right?"), Lavka.Talk.Text.Literal("Confirm"));

    public Once<TResult> Once<TResult>(string name, string inputs, JsonTypeInfo<TResult> json, Func<string, Found<TResult>> job) =>
        Once(name, inputs, Lavka.Talk.Text.Literal("Working"), json, (key, _) => Task.FromResult(job(key)));

    public Look<TResult> Looks<TResult>(string key, Func<TResult> query) => Look(key, _ => Task.FromResult(query()));

    public Flow<TPart> Within<TPart>(string name, Func<Flow<TPart>> part) => Part(name, part);

    public Flow<TPart> Titled<TPart>(string name, Func<Flow<TPart>> part) => Part(name, Lavka.Talk.Text.Literal("The " + name), part);

    public void Says(string text) => Say(Lavka.Talk.Text.Literal(text));
}
