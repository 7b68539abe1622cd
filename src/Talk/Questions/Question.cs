namespace Lavka.Talk;

/// <summary>A question as the engine sees it: everything is a string. <see cref="Ask{T}"/> is its typed face.</summary>
internal sealed class Question(string key, Text prompt)
{
    private readonly List<Func<string, Text?>> _rules = [];

    public string Key { get; } = key;

    public Text Prompt { get; } = prompt;

    /// <summary>How the answer is called in the review and in the closed question.</summary>
    public Text Label { get; set; } = prompt;

    public string? Sample { get; set; }

    public Text? Help { get; set; }

    /// <summary>The label of the button that leaves the question unanswered; null when an answer is required.</summary>
    public Text? Skip { get; set; }

    /// <summary>How it is shown that the question was skipped.</summary>
    public Text Skipped { get; set; } = DialogTexts.Nothing;

    public IReadOnlyList<(string Key, Text Label)> Options { get; init; } = [];

    /// <summary>Buttons that have an earlier work done anew.</summary>
    public List<(Text Label, string Work)> Again { get; } = [];

    public Func<string, string> Tidy { get; set; } = typed => typed.Trim();

    /// <summary>Turns what a person wrote, tidied, into the stored form.</summary>
    public required Func<string, Reading> Parse { get; init; }

    /// <summary>Whether this is a stored form of this question at all: another type or another program may have written it.</summary>
    public required Func<string, bool> IsForm { get; init; }

    /// <summary>What a person may have meant by an answer that does not fit.</summary>
    public Func<string, string?> Meant { get; set; } = _ => null;

    public Func<string, Text> Shown { get; set; } = Text.Literal;

    public required Text WrongKind { get; init; }

    /// <summary>Set for a review only: the pages it consists of.</summary>
    public Review? Review { get; init; }

    public void Rule(Func<string, Text?> fault) => _rules.Add(fault);

    public Reading Read(string typed)
    {
        var reading = Parse(Tidy(typed));
        return reading is Reading.Fits fits ? Ruled(fits.Stored) : reading;
    }

    /// <summary>The stored form of what was meant instead, null when nothing better is known.</summary>
    public string? Mended(string typed) => Meant(Tidy(typed)) is { } meant && Read(meant) is Reading.Fits fits ? fits.Stored : null;

    public Reading? Pick(string option) =>
        Options.FirstOrDefault(known => TapCode.Means(option, known.Key)) is { Key: { } key } ? Ruled(key) : null;

    /// <summary>Stored answers obey today's rules too: one that no longer fits counts as not given.</summary>
    public bool Holds(string? stored) => stored is null ? Skip is not null : IsForm(stored) && Ruled(stored) is Reading.Fits;

    public Text Tell(string? stored) => stored is null ? Skipped : Shown(stored);

    /// <summary>A plausible answer, for counting the steps that are still to come; rules are not asked.</summary>
    public bool Guess(out string? stored)
    {
        stored = Sample is not null && Parse(Tidy(Sample)) is Reading.Fits fits ? fits.Stored : Options.FirstOrDefault().Key;
        return stored is not null || Skip is not null;
    }

    private Reading Ruled(string stored)
    {
        foreach (var rule in _rules)
            if (rule(stored) is { } why) return new Reading.Wrong(why);
        return new Reading.Fits(stored);
    }
}
