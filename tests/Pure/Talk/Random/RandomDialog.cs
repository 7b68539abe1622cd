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
                Spec.Other { Sort: Spec.Sort.Photos or Spec.Sort.Contact } other => Told(said, FirstValue(answers[scope + other.Key])),
                Spec.Other other => Told(said, answers[scope + other.Key]),
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
                Spec.Other other => Told(said, await Asked(other)),
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

    /// <summary>Every answer as it is stored, told by its value.</summary>
    private async Flow<string?> Asked(Spec.Other other)
    {
        var (key, prompt, day) = (other.Key, Literal(other.Key), new DateOnly(2026, 12, 14));
        switch (other.Sort)
        {
            case Spec.Sort.Many:
                var many = Many(key, prompt, [.. Enumerable.Range(1, 3).Select(i => new Option<string>($"o{i}", Literal($"Option {i}"), $"o{i}"))], 1, 2);
                return (other.IsOptional ? await many.Optional() : await many) is { } ticked ? string.Join('\n', ticked) : null;
            case Spec.Sort.Confirm:
                return (other.IsOptional ? await Confirm(key, prompt).Optional() : await Confirm(key, prompt)) is { } sure ? sure ? "yes" : "no" : null;
            case Spec.Sort.Day:
                var when = Day(key, prompt, day, day.AddDays(60), [day.AddDays(3)]);
                return (other.IsOptional ? await when.Optional() : await when) is { } chosen ? chosen.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            case Spec.Sort.Stay:
                var stay = Stay(key, prompt, day, day.AddDays(60), [day.AddDays(3)], 2, 14);
                return (other.IsOptional ? await stay.Optional() : await stay) is { } nights ? $"{nights.Arrival:yyyy-MM-dd}/{nights.Departure:yyyy-MM-dd}" : null;
            case Spec.Sort.Photos:
                return (other.IsOptional ? await Photos(key, prompt, 1, 3).Optional() : await Photos(key, prompt, 1, 3)) is { } photos ? photos[0].Kind : null;
            case Spec.Sort.Contact:
                return (other.IsOptional ? await Contact(key, prompt).Optional() : await Contact(key, prompt))?.Phone;
            case Spec.Sort.Place:
                return (other.IsOptional ? await Place(key, prompt).Optional() : await Place(key, prompt)) is { } place ? FormattableString.Invariant($"{place.Latitude}, {place.Longitude}") : null;
            default:
                return other.IsOptional ? await Secret(key, prompt).Optional() : await Secret(key, prompt);
        }
    }

    /// <summary>The first value of an answer that is stored as JSON.</summary>
    private static string? FirstValue(string? stored) => stored?.Split('"')[3];

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
