namespace Lavka.Pure.Talk.Random;

/// <summary>A question of a random dialog, or several of them.</summary>
internal abstract record Spec
{
    private Spec()
    {
    }

    public sealed record Words(string Key, bool IsOptional, bool HasSample) : Spec;

    public sealed record Count(string Key, bool IsOptional) : Spec;

    public sealed record Pick(string Key, int Options) : Spec;

    public sealed record Part(string Name, bool HasTitle, IReadOnlyList<Spec> Inside) : Spec;

    public sealed record Fork(string Key, IReadOnlyList<Spec> Yes, IReadOnlyList<Spec> No) : Spec;

    /// <summary>A question of another kind.</summary>
    public sealed record Other(string Key, Sort Sort, bool IsOptional) : Spec;

    public enum Sort
    {
        Many,
        Confirm,
        Day,
        Stay,
        Photos,
        Contact,
        Place,
        Secret,
    }

    public sealed record Job(string Name) : Spec;

    public sealed record Peek(string Name) : Spec;

    public static IReadOnlyList<Spec> From(Tape tape, int depth = 0)
    {
        List<Spec> specs = [];
        for (var rest = tape.Next(4) + 1; rest > 0; rest--) specs.Add(One(tape, $"{"abcdefgh"[depth]}{rest}", depth));
        return specs;
    }

    /// <summary>How many answers can be stored at most.</summary>
    public static int Size(IEnumerable<Spec> specs) => specs.Sum(spec => spec switch
    {
        Part part => Size(part.Inside),
        Fork fork => 1 + Size(fork.Yes) + Size(fork.No),
        Peek => 0,
        _ => 1,
    });

    private static Spec One(Tape tape, string key, int depth) => tape.Next(depth < 3 ? 9 : 6) switch
    {
        0 => new Words(key, IsOptional: false, tape.Next(2) == 0),
        1 => new Words(key, IsOptional: true, tape.Next(2) == 0),
        2 => new Count(key, tape.Next(2) == 0),
        3 => new Pick(key, tape.Next(3) + 1),
        4 => new Peek(key),
        5 => new Other(key, tape.Of(Enum.GetValues<Sort>()), tape.Next(3) == 0),
        6 => new Job(key),
        7 => new Part(key, tape.Next(2) == 0, From(tape, depth + 1)),
        _ => new Fork(key, From(tape, depth + 1), From(tape, depth + 2)),
    };
}
