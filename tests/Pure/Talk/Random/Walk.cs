using FsCheck;
using FsCheck.Fluent;
using Lavka.Kit;

namespace Lavka.Pure.Talk.Random;

/// <summary>A random dialog and a random person in the middle of it.</summary>
internal sealed class Walk
{
    private const int Walks = 150;
    private const int LongestTape = 150;

    private readonly Tape _tape;

    private Walk(Tape tape)
    {
        _tape = tape;
        Specs = Spec.From(tape);
        Chat = TestChat.With(() => new RandomDialog(Specs));
        Person = new RandomPerson(tape, Chat);
    }

    public IReadOnlyList<Spec> Specs { get; }

    public TestChat Chat { get; }

    public RandomPerson Person { get; }

    /// <summary>The same dialog at the same place, in a chat of its own.</summary>
    public TestChat Copy() => TestChat.Resume(() => new RandomDialog(Specs), Chat.State!);

    /// <summary>Checks wherever a person got to.</summary>
    public static void AtTheEnd(Action<Walk> check) => ForEach(walk =>
    {
        while (walk.GoesOn) walk.Person.Move();
        if (walk.Person.IsThere) check(walk);
    });

    /// <summary>Checks after each move, given the state before it.</summary>
    public static void AtEveryMove(Action<Walk, string> check) => ForEach(walk =>
    {
        while (walk.GoesOn)
        {
            var before = walk.Chat.Json;
            walk.Person.Move();
            if (walk.Person.IsThere) check(walk, before);
        }
    });

    private bool GoesOn => Person.IsThere && !_tape.IsOver;

    private static void ForEach(Action<Walk> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Walks).WithEndSize(LongestTape), Prop.ForAll<byte[]>(bytes => check(new Walk(new Tape(bytes)))));
}
