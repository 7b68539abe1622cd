using System.Globalization;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Random;

/// <summary>A dialog of any questions, with a review at the end; its result tells every answer.</summary>
internal sealed class RandomDialog(IReadOnlyList<Spec> specs) : Dialog<string>
{
    private const string Aside = "aside";

    public override string Name => "random";

    public override TimeSpan? Expires => TimeSpan.FromDays(1);

    public override TimeSpan? Remind => TimeSpan.FromHours(1);

    protected override async Flow<string> Talk()
    {
        var said = await Walk(specs, "");
        await Review(Literal("Right?"), Literal("Confirm")).Opens(Literal("Aside"), Aside, () => With(said));
        return said;
    }

    private async Flow<string> Walk(IReadOnlyList<Spec> all, string said)
    {
        foreach (var spec in all)
        {
            var before = said;
            said = spec switch
            {
                Asked asked => Told(said, await Answered(asked)),
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
        if (part.HasReview) await Review(Literal("Right so far?"), Literal("So far")).Opens(Literal("Aside"), Aside, () => With("part"));
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
        var times = await Choice(loop.Key, Literal(loop.Key), Options([1, 2, 3]));
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

    private Flow<string?> Answered(Asked asked)
    {
        var (key, prompt) = (asked.Key, Literal(asked.Key));
        return asked.Sort switch
        {
            Sort.Words => Some(asked, Text(key, prompt).Check(text => text.Length <= asked.Longest, Literal("Too long")), text => text, "9"),
            Sort.Secret => Some(asked, Secret(key, prompt).Check(text => text.Length <= asked.Longest, Literal("Too long")), text => text, "9"),
            Sort.Count => One(asked, Number(key, prompt).Range(-asked.Greatest, asked.Greatest), number => number.ToString(CultureInfo.InvariantCulture), 9),
            Sort.Pick => Some(asked, Choice(key, prompt, Options(asked.Options)), option => option, $"o{asked.Options[^1]}"),
            Sort.Many => Some(asked, Many(key, prompt, Options(asked.Options), asked.Least, asked.Most), options => string.Join('+', options), [$"o{asked.Options[^1]}"]),
            Sort.Confirm => One(asked, Confirm(key, prompt), isYes => isYes ? "yes" : "no", usual: false),
            Sort.Day => One(asked, Day(key, prompt, asked.First, asked.Last, asked.Taken), Asked.Iso, new DateOnly(2026, 12, 29)),
            Sort.Stay => Some(asked, Stay(key, prompt, asked.First, asked.Last, asked.Taken, asked.Least, asked.Most), Told, new Stay(asked.First, asked.First.AddDays(asked.Least))),
            Sort.Photo => Some(asked, asked.IsStrict ? Photo(key, prompt).Largest(asked.Largest) : Photo(key, prompt), photo => photo.File, new Media("photo", "p9")),
            Sort.Photos => Some(asked, Photos(key, prompt, asked.Least, asked.Most), photos => string.Join('+', photos.Select(photo => photo.File)), [new Media("photo", "p9"), new Media("photo", "p9")]),
            Sort.File => Some(asked, asked.IsStrict ? File(key, prompt).Types("application/pdf") : File(key, prompt), file => file.File, new Media("document", "d9")),
            Sort.Contact => Some(asked, asked.IsStrict ? Contact(key, prompt).Own() : Contact(key, prompt), contact => contact.Phone, new Contact("+77012345679")),
            Sort.Place => Some(asked, Place(key, prompt).Check(place => !asked.IsStrict || place.Latitude >= 0, Literal("Too far south")), Told, new Place(1, 9)),
            _ => throw new InvalidOperationException($"{asked}"),
        };
    }

    private static async Flow<string?> Some<T>(Asked asked, Ask<T> ask, Func<T, string> told, T usual) where T : class
    {
        var whole = Whole(asked, ask, told, usual);
        if (!asked.IsOptional) return told(await whole);
        return await whole.Optional() is { } given ? told(given) : null;
    }

    private static async Flow<string?> One<T>(Asked asked, Ask<T> ask, Func<T, string> told, T usual) where T : struct
    {
        var whole = Whole(asked, ask, told, usual);
        if (!asked.IsOptional) return told(await whole);
        return await whole.Optional() is { } given ? told(given) : null;
    }

    private static Ask<T> Whole<T>(Asked asked, Ask<T> ask, Func<T, string> told, T usual)
    {
        if (asked.Was is { } was) ask = ask.Was(was);
        if (asked is { HasSample: true, Good: { } sample }) ask = ask.Sample(sample);
        if (asked.HasDefault) ask = ask.Default(usual);
        if (asked.Suggests) ask = ask.Suggest(typed => (typed.Length % 3) switch { 0 => asked.Good, 1 => asked.Doubtful, _ => null });
        if (asked is { IsChecked: true, Sort: Sort.Words or Sort.Pick }) ask = ask.Opens(Literal("Aside"), Aside, () => With(asked.Key));
        return asked.IsChecked ? ask.CheckNow((value, _) => Task.FromResult(asked.IsRefused(told(value)) ? Literal("Not now") : null)) : ask;
    }

    private static Dictionary<string, string?> With(string what) => new() { ["what"] = what };

    private static Option<string>[] Options(IEnumerable<int> options) => [.. options.Select(option => new Option<string>($"o{option}", Literal(Asked.Label(option)), $"o{option}"))];

    private static string Told(Stay stay) => Asked.Iso(stay.Arrival) + "/" + Asked.Iso(stay.Departure);

    private static string Told(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Latitude:0.######}, {place.Longitude:0.######}");

    private static string Told(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Told(string said, string? answer) => $"{said}|{answer ?? "none"}";

    private static Text Literal(string text) => Lavka.Talk.Text.Literal(text);
}
