using System.Globalization;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Random;

/// <summary>A dialog of any questions, with a review at the end; its result tells every answer.</summary>
internal sealed class RandomDialog(IReadOnlyList<Spec> specs) : Dialog<string>
{
    public override string Name => "random";

    protected override async Flow<string> Talk()
    {
        var said = await Walk(specs, "");
        await Review(Literal("Right?"), Literal("Confirm"));
        return said;
    }

    private async Flow<string> Walk(IReadOnlyList<Spec> all, string said)
    {
        foreach (var spec in all)
        {
            var before = said;
            said = spec switch
            {
                Spec.Words { IsOptional: true } words => Told(said, await Written(words).Optional()),
                Spec.Words words => Told(said, await Written(words)),
                Spec.Count { IsOptional: true } count => Told(said, Told(await Counted(count).Optional())),
                Spec.Count count => Told(said, Told(await Counted(count).Sample("7"))),
                Spec.Pick pick => Told(said, await Chosen(pick.Key, pick.Options.Select(i => $"o{i}"))),
                Spec.Part part => await Part(part.Name, part.HasTitle ? Literal("The " + part.Name) : null, () => Within(part, before)),
                Spec.Fork fork => await Forked(fork, said),
                Spec.Loop loop => await Repeated(loop, said),
                Spec.Job job => Told(said, Told(await Once(job.Name, before, Literal("Working"), ScratchJson.Default.Int32, (_, _) => Task.FromResult<Found<int>>(new Found<int>.Value(before.Length))))),
                Spec.Peek peek => Told(said, Told(await Look($"{peek.Name}/{before}", _ => Task.FromResult(before.Length)))),
                Spec.Note note => Noted(said, note),
                _ => throw new InvalidOperationException($"{spec}"),
            };
        }
        return said;
    }

    private async Flow<string> Within(Spec.Part part, string before)
    {
        var said = await Walk(part.Inside, before);
        if (part.HasReview) await Review(Literal("Right so far?"), Literal("So far"));
        return said;
    }

    private async Flow<string> Forked(Spec.Fork fork, string said)
    {
        var isYes = await Choice(fork.Key, Literal(fork.Key), new Option<bool>("yes", Literal("Yes"), true), new Option<bool>("no", Literal("No"), false));
        var told = Told(said, isYes ? "yes" : "no");
        return await Part(fork.Key, () => Walk(isYes ? fork.Yes : fork.No, told));
    }

    private async Flow<string> Repeated(Spec.Loop loop, string before)
    {
        var times = await Chosen(loop.Key, ["o1", "o2", "o3"]);
        var said = Told(before, times);
        for (var i = 1; i <= times[1] - '0'; i++)
        {
            var told = said;
            said = await Part($"{loop.Key}/{i}", Literal($"Number {i}"), () => Walk(loop.Inside, told));
        }
        return said;
    }

    private string Noted(string said, Spec.Note note)
    {
        Say(Literal(note.Line));
        return said;
    }

    private Ask<string> Written(Spec.Words words)
    {
        var ask = Text(words.Key, Literal(words.Key)).Check(text => text.Length <= words.Longest, Literal("Too long"));
        if (words.Was is { } was) ask = ask.Was(was);
        return words.HasSample ? ask.Sample("sample") : ask;
    }

    private Ask<decimal> Counted(Spec.Count count) => Number(count.Key, Literal(count.Key)).Range(-count.Most, count.Most);

    private Ask<string> Chosen(string key, IEnumerable<string> options) => Choice(key, Literal(key), [.. options.Select(option => new Option<string>(option, Literal("Option " + option[1..]), option))]);

    private static string? Told(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Told(string said, string? answer) => $"{said}|{answer ?? "none"}";

    private static Text Literal(string text) => Lavka.Talk.Text.Literal(text);
}
