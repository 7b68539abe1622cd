namespace Lavka.Pure.Talk.Random;

/// <summary>A question of a random dialog, or several of them.</summary>
internal abstract record Spec
{
    private const int Deepest = 3;

    private protected Spec()
    {
    }

    public sealed record Part(string Name, bool HasTitle, bool HasReview, IReadOnlyList<Spec> Inside) : Spec;

    public sealed record Fork(string Key, IReadOnlyList<Spec> Yes, IReadOnlyList<Spec> No) : Spec;

    /// <summary>The person says how often (1 to 3), and is asked the same so many times.</summary>
    public sealed record Loop(string Key, IReadOnlyList<Spec> Inside) : Spec;

    public sealed record Job(string Name) : Spec;

    public sealed record Peek(string Name) : Spec;

    public sealed record Note(string Line) : Spec;

    public static IReadOnlyList<Spec> From(Tape tape, int depth = 0)
    {
        List<Spec> specs = [];
        for (var rest = tape.Next(4) + 1; rest > 0; rest--) specs.Add(One(tape, $"{"abcdefgh"[depth]}{rest}", depth));
        return specs;
    }

    public static Spec One(Tape tape, string key, int depth) => tape.Next(depth < Deepest ? 12 : 8) switch
    {
        < 6 => Asked.Any(tape, key),
        6 => new Peek(key),
        7 => new Note(key),
        8 => new Job(key),
        9 => new Part(key, tape.Next(2) == 0, tape.Next(3) == 0, From(tape, depth + 1)),
        10 => new Loop(key, From(tape, depth + 2)),
        _ => new Fork(key, From(tape, depth + 1), From(tape, depth + 2)),
    };

    /// <summary>How many answers can be stored at most.</summary>
    public static int Size(IEnumerable<Spec> specs) => specs.Sum(spec => spec switch
    {
        Part part => Size(part.Inside) + 1,
        Fork fork => 1 + Size(fork.Yes) + Size(fork.No),
        Loop loop => 1 + (3 * Size(loop.Inside)),
        Peek or Note => 0,
        _ => 1,
    });
}
