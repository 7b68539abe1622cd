using System.Globalization;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Random;

/// <summary>A dialog of any questions, with a review at the end; its result tells every answer.</summary>
internal sealed class RandomDialog(IReadOnlyList<Spec> specs) : Dialog<string>
{
    public override string Name => "random";

    /// <summary>What the dialog must return for these answers, told without the engine.</summary>
    public static string Direct(IReadOnlyList<Spec> specs, IReadOnlyDictionary<string, string?> answers, string scope = "", string said = "")
    {
        foreach (var spec in specs)
        {
            said = spec switch
            {
                Spec.Words words => Told(said, answers[scope + words.Key]),
                Spec.Count count => Told(said, answers[scope + count.Key]),
                Spec.Pick pick => Told(said, answers[scope + pick.Key]),
                Spec.Part part => Direct(part.Inside, answers, scope + part.Name + "/", said),
                Spec.Fork fork => Direct(answers[scope + fork.Key] == "yes" ? fork.Yes : fork.No, answers, scope + fork.Key + "/", Told(said, answers[scope + fork.Key])),
                _ => Told(said, said.Length.ToString(CultureInfo.InvariantCulture)),
            };
        }
        return said;
    }

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
                Spec.Count { IsOptional: true } count => Told(said, (await Number(count.Key, Literal(count.Key)).Optional())?.ToString(CultureInfo.InvariantCulture)),
                Spec.Count count => Told(said, (await Number(count.Key, Literal(count.Key)).Sample("7").Range(-1000, 1000)).ToString(CultureInfo.InvariantCulture)),
                Spec.Pick pick => Told(said, await Choice(pick.Key, Literal(pick.Key), [.. Enumerable.Range(1, pick.Options).Select(i => new Option<string>($"o{i}", Literal($"Option {i}"), $"o{i}"))])),
                Spec.Part part => await Part(part.Name, part.HasTitle ? Literal("The " + part.Name) : null, () => Walk(part.Inside, before)),
                Spec.Fork fork => await Forked(fork, said),
                Spec.Job job => Told(said, (await Once(job.Name, before, Literal("Working"), ScratchJson.Default.Int32, (_, _) => Task.FromResult<Found<int>>(new Found<int>.Value(before.Length))))
                    .ToString(CultureInfo.InvariantCulture)),
                Spec.Peek peek => Told(said, (await Look($"{peek.Name}/{before}", _ => Task.FromResult(before.Length))).ToString(CultureInfo.InvariantCulture)),
                _ => throw new InvalidOperationException($"{spec}"),
            };
        }
        return said;
    }

    private async Flow<string> Forked(Spec.Fork fork, string said)
    {
        var isYes = await Choice(fork.Key, Literal(fork.Key), new Option<bool>("yes", Literal("Yes"), true), new Option<bool>("no", Literal("No"), false));
        var told = Told(said, isYes ? "yes" : "no");
        return await Part(fork.Key, () => Walk(isYes ? fork.Yes : fork.No, told));
    }

    private Ask<string> Written(Spec.Words words)
    {
        var ask = Text(words.Key, Literal(words.Key)).Check(text => text.Length < 5000, Literal("Too long"));
        return words.HasSample ? ask.Sample("sample") : ask;
    }

    private static string Told(string said, string? answer) => $"{said}|{answer ?? "none"}";

    private static Text Literal(string text) => Lavka.Talk.Text.Literal(text);
}
