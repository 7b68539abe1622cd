using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Lavka.Kit;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Random;

/// <summary>
/// One chat of a random person: he walks through random dialogs, one after another, while new versions of them are deployed.
/// Every move is known as a deed, so that it can be delivered a second time.
/// </summary>
internal sealed class Walk
{
    private const int Walks = 40;
    private const int LongestTape = 150;

    /// <summary>An odd number without a pattern: the streams of neighbouring seeds never meet.</summary>
    private const ulong FarApart = 0x9E3779B97F4A7C15;

    private readonly Tape _tape;
    private readonly RandomPerson _person;
    private int _versions;
    private int _opened;

    private Walk(Tape tape)
    {
        (_tape, _person) = (tape, new RandomPerson(tape));
        Chat = Begin();
    }

    private Walk(IReadOnlyList<Spec> specs, TestChat chat, DialogState before, Deed deed, int room) : this(new Tape([])) =>
        (Specs, Chat, Before, Deed, Room) = (specs, chat, before, deed, room);

    public IReadOnlyList<Spec> Specs { get; private set; } = [];

    public TestChat Chat { get; private set; }

    /// <summary>The state as it was stored before the last move.</summary>
    public DialogState Before { get; private set; } = null!;

    /// <summary>The last move.</summary>
    public Deed Deed { get; private set; } = null!;

    /// <summary>The last move was a new version of the dialog.</summary>
    public bool IsDeploy { get; private set; }

    public bool IsOver => Chat.State is null;

    public int Moves { get; private set; }

    /// <summary>How many answers the versions of this dialog may have left.</summary>
    public int Room { get; private set; }

    /// <summary>The same dialog at the same place, in a chat of its own.</summary>
    public TestChat Copy() => Resume(Chat.State!);

    public TestChat Resume(DialogState state)
    {
        var specs = Specs;
        return TestChat.Resume(() => new RandomDialog(specs), state);
    }

    /// <summary>Where the answers put the person, told without the engine.</summary>
    public Reference Expected(DialogState state) => Reference.Of(Specs, state.Answers, state.Editing);

    /// <summary>One move as somebody tells it: where his account is false, a law has to find it.</summary>
    public static Walk Told(IReadOnlyList<Spec> specs, TestChat chat, DialogState before, Deed deed, int room) => new(specs, chat, before, deed, room);

    /// <summary>Walks until a dialog is over or the tape is, and checks there if the dialog is still open.</summary>
    public static void AtTheEnd(Action<Walk> check) => ForEach(walk =>
    {
        while (walk.GoesOn) walk.Move();
        if (!walk.IsOver) check(walk);
    });

    /// <summary>Walks until a dialog is over or the tape is, and checks after each move.</summary>
    public static void AtEveryMove(Action<Walk> check) => ForEach(walk =>
    {
        while (walk.GoesOn)
        {
            walk.Move();
            check(walk);
        }
    });

    /// <summary>Walks so many moves, through as many dialogs as it takes, and checks after each move. A failure is shrunk to a short walk.</summary>
    public static void Long(ulong seed, int walks, int moves, Action<Walk> check)
    {
        const int DecisionsOfAMove = 6;
        var bytes = Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(moves * DecisionsOfAMove);
        var tapes = Arb.From(bytes, Shorter);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(walks).WithReplay(seed * seed * FarApart, (seed * FarApart) | 1), Prop.ForAll(tapes, tape =>
        {
            var walk = new Walk(new Tape(tape));
            while (!walk._tape.IsOver && walk.Moves < moves)
            {
                walk.Move();
                check(walk);
                if (walk.IsOver) walk.Chat = walk.Begin();
            }
        }));
    }

    private bool GoesOn => !IsOver && !_tape.IsOver;

    private void Move()
    {
        Moves++;
        Before = Chat.State!;
        IsDeploy = _tape.Next(12) == 11;
        Deed = IsDeploy ? Deploying() : _tape.Next(50) == 49 ? Coming() : _person.Next(Chat, Expected(Before).Asked);
        Deed.Do(Chat);
    }

    private TestChat Begin()
    {
        Specs = Spec.From(_tape);
        (Room, _versions) = (Spec.Size(Specs) + 1, 0);
        var specs = Specs;
        var id = string.Create(CultureInfo.InvariantCulture, $"d{++_opened}");
        return TestChat.Resume(() => new RandomDialog(specs), DialogState.Open("random", id));
    }

    private Deed Coming()
    {
        var specs = Specs;
        return new Deed(there => RandomPerson.ComeToReview(there, specs));
    }

    private Deed Deploying()
    {
        var specs = SpecEdit.Edited(Specs, _tape, ++_versions);
        Specs = specs;
        Room += Spec.Size(specs);
        return new Deed(there => there.Deploy(() => new RandomDialog(specs)));
    }

    /// <summary>Shorter tapes that may fail as well: without a long stretch first. Single decisions are left alone, a walk is too slow for that.</summary>
    private static IEnumerable<byte[]> Shorter(byte[] tape)
    {
        for (var stretch = tape.Length / 2; stretch > 2; stretch /= 2)
            for (var from = 0; from + stretch <= tape.Length; from += stretch) yield return [.. tape[..from], .. tape[(from + stretch)..]];
    }

    private static void ForEach(Action<Walk> check) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Walks).WithEndSize(LongestTape), Prop.ForAll<byte[]>(bytes => check(new Walk(new Tape(bytes)))));
}
