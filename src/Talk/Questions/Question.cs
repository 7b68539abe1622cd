using System.Runtime.CompilerServices;

namespace Lavka.Talk;

/// <summary>A question as the engine sees it: everything is a string. <see cref="Ask{T}"/> is its typed face.</summary>
/// <param name="key">Its stored name, with the names of the parts around it.</param>
/// <param name="prompt">What is asked.</param>
/// <param name="kind">The type of its answers in the contract: the method of <see cref="Dialog{T}"/> that makes it.</param>
internal sealed class Question(string key, Text prompt, [CallerMemberName] string kind = "")
{
    private readonly List<Func<string, Text?>> _rules = [];

    public string Key { get; } = key;

    /// <summary>The keys that the question had in earlier versions of the dialog.</summary>
    public List<string> Was { get; } = [];

    public Text Prompt { get; } = prompt;

    public string Kind { get; } = kind.ToLowerInvariant();

    /// <summary>How the answer is called in the review and in the closed question.</summary>
    public Text Label { get; set; } = prompt;

    public string? Sample { get; set; }

    /// <summary>Good answers that lead elsewhere than <see cref="Sample"/>; only the explorer gives them.</summary>
    public IReadOnlyList<string> OtherSamples { get; set; } = [];

    public Text? Help { get; set; }

    /// <summary>How this kind of question is answered, where its buttons do not say it.</summary>
    public Text? How { get; init; }

    /// <summary>The label of the button that leaves the question unanswered; null when an answer is required.</summary>
    public Text? Skip { get; set; }

    /// <summary>How it is shown that the question was skipped.</summary>
    public Text Skipped { get; set; } = DialogTexts.Nothing;

    /// <summary>The answer that a button gives at once.</summary>
    public string? Usual { get; set; }

    public IReadOnlyList<(string Key, Text Label)> Options { get; init; } = [];

    /// <summary>The options are the names of an enum: they are the same for everybody.</summary>
    public bool HasFixedOptions { get; set; }

    /// <summary>The option that an earlier key means today; null when it means none.</summary>
    public Func<string, string?> Today { get; init; } = _ => null;

    /// <summary>The options stand side by side.</summary>
    public bool IsRow { get; init; }

    /// <summary>Set for a question whose answer takes several taps or messages.</summary>
    public Board? Board { get; init; }

    /// <summary>The button of the messenger's own that gives the answer.</summary>
    public Wish? Wish { get; init; }

    /// <summary>Buttons that have an earlier work done anew.</summary>
    public List<(Text Label, string Work)> Again { get; } = [];

    /// <summary>Buttons that open another dialog on top of this one.</summary>
    public List<(Text Label, string Dialog, Func<IReadOnlyDictionary<string, string?>> Answers)> Opens { get; } = [];

    /// <summary>Checks of the moment, which read the store: for what is answered now, never for what is stored.</summary>
    public List<(string Key, Func<string, CancellationToken, Task<Text?>> Fault)> Now { get; } = [];

    public Func<string, string> Tidy { get; set; } = typed => typed.Trim();

    /// <summary>The answer has to be written: the messenger is to open the keyboard.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The answer is shown nowhere, and what the person wrote is taken out of the chat.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The author has said how long or how large an answer may be; the usual limit does not count then.</summary>
    public bool IsBounded { get; set; }

    /// <summary>Turns what a person wrote, tidied, into the stored form.</summary>
    public required Func<string, Reading> Parse { get; init; }

    /// <summary>Turns something that is no text into the stored form; null when it is nothing that is asked for here.</summary>
    public Func<Input, Reading?> Take { get; init; } = _ => null;

    /// <summary>Whether this is a stored form of this question at all: another type or another program may have written it.</summary>
    public required Func<string, bool> IsForm { get; init; }

    /// <summary>What a person may have meant by an answer that does not fit.</summary>
    public Func<string, string?> Meant { get; set; } = _ => null;

    public Func<string, Text> Shown { get; set; } = Text.Literal;

    public required Text WrongKind { get; init; }

    /// <summary>An answer to go on with when the steps ahead are counted; null to take the sample or the first option.</summary>
    public string? Plausible { get; set; }

    /// <summary>Set for a review only: the pages it consists of.</summary>
    public Review? Review { get; init; }

    /// <summary>Whether this question is meant by a key that was kept, by this version or by an earlier one.</summary>
    public bool Is(string? key) => key is not null && (Key == key || Was.Contains(key));

    public void Rule(Func<string, Text?> fault) => _rules.Add(fault);

    public Reading Read(string typed, string? draft) => Ruled(Board is null ? Parse(Tidy(typed)) : Board.Parse(Tidy(typed), draft));

    public Reading? Pick(string option, string? draft)
    {
        if (Board is not null) return Board.Pick(option, draft) is { } reading ? Ruled(reading) : null;
        return (Options.FirstOrDefault(known => TapCode.Means(option, known.Key)).Key ?? Today(option)) is { } key ? Ruled(new Reading.Fits(key)) : null;
    }

    public Reading? Heard(Input input, string? draft) => (Board is null ? Take(input) : Board.Take(input, draft)) is { } reading ? Ruled(reading) : null;

    /// <summary>The stored form of what was meant instead, null when nothing better is known.</summary>
    public string? Mended(string typed) => Meant(Tidy(typed)) is { } meant && Read(meant, null) is Reading.Fits fits ? fits.Stored : null;

    /// <summary>Stored answers obey today's rules too: one that no longer fits counts as not given.</summary>
    public bool Holds(string? stored) => stored is null ? Skip is not null : IsForm(stored) && Ruled(new Reading.Fits(stored)) is Reading.Fits;

    public Text Tell(string? stored) => stored is null ? Skipped : IsSecret ? QuestionTexts.Secret : Shown(stored);

    /// <summary>A plausible answer, for counting the steps that are still to come; rules are not asked.</summary>
    public bool Guess(out string? stored)
    {
        stored = Sample is not null && Board is null && Parse(Tidy(Sample)) is Reading.Fits fits ? fits.Stored : Plausible ?? Options.FirstOrDefault().Key;
        return stored is not null || Skip is not null;
    }

    private Reading Ruled(Reading reading)
    {
        if (reading is not Reading.Fits { Stored: var stored }) return reading;
        foreach (var rule in _rules)
            if (rule(stored) is { } why) return new Reading.Wrong(why);
        return reading;
    }
}
