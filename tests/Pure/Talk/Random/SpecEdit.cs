namespace Lavka.Pure.Talk.Random;

/// <summary>What a developer does to a released dialog: one change somewhere in it.</summary>
internal static class SpecEdit
{
    /// <param name="specs">The released version.</param>
    /// <param name="tape">Decides what is changed, and where.</param>
    /// <param name="version">The number of the new version; new keys are made of it.</param>
    /// <param name="depth">How many parts are around these questions.</param>
    public static IReadOnlyList<Spec> Edited(IReadOnlyList<Spec> specs, Tape tape, int version, int depth = 1)
    {
        var at = tape.Next(specs.Count);
        if (tape.Next(2) == 0 && Inside(specs[at], inside => Edited(inside, tape, version, depth + 1)) is { } changed) return Spliced(at, 1, changed);
        var key = $"v{version}";
        return tape.Next(6) switch
        {
            0 or 1 => Spliced(at, 0, Spec.One(tape, key, depth + 1)),
            2 when specs.Count > 1 => Spliced(at, 1),
            3 when at > 0 => Spliced(at - 1, 2, specs[at], specs[at - 1]),
            4 => Spliced(at, 1, Renamed(specs[at], key, tape)),
            _ => Spliced(at, 1, Ruled(specs[at], tape)),
        };

        IReadOnlyList<Spec> Spliced(int from, int gone, params IEnumerable<Spec> come) => [.. specs.Take(from), .. come, .. specs.Skip(from + gone)];
    }

    private static Spec? Inside(Spec spec, Func<IReadOnlyList<Spec>, IReadOnlyList<Spec>> edit) => spec switch
    {
        Spec.Part part => part with { Inside = edit(part.Inside) },
        Spec.Fork fork => fork with { Yes = edit(fork.Yes) },
        Spec.Loop loop => loop with { Inside = edit(loop.Inside) },
        _ => null,
    };

    private static Spec Renamed(Spec spec, string key, Tape tape) => spec switch
    {
        Asked asked => asked with { Key = key, Was = tape.Next(4) == 3 ? null : asked.Key },
        Spec.Part part => part with { Name = key },
        Spec.Fork fork => fork with { Key = key },
        Spec.Loop loop => loop with { Key = key },
        Spec.Job => new Spec.Job(key),
        Spec.Peek => new Spec.Peek(key),
        _ => new Spec.Note(key),
    };

    /// <summary>The same key with another rule, other options or another type.</summary>
    private static Spec Ruled(Spec spec, Tape tape) => spec switch
    {
        Asked asked => tape.Next(6) switch
        {
            0 or 1 => asked with { IsStrict = !asked.IsStrict },
            2 => asked with { IsOptional = !asked.IsOptional },
            3 => Asked.Any(tape, asked.Key) with { Was = asked.Was },
            4 when asked.Options.Count > 1 => asked with { Options = [.. asked.Options.Skip(1)] },
            4 => asked with { Options = [.. asked.Options, asked.Options[^1] + 1] },
            _ => asked with { IsChecked = !asked.IsChecked, Suggests = !asked.Suggests, HasDefault = !asked.HasDefault },
        },
        Spec.Part part => tape.Next(2) == 0 ? part with { HasTitle = !part.HasTitle } : part with { HasReview = !part.HasReview },
        Spec.Fork fork => fork with { Yes = fork.No, No = fork.Yes },
        Spec.Loop loop => new Asked(loop.Key, Sort.Pick) { Options = [1, 2] },
        _ => spec,
    };
}
