namespace Lavka.Talk;

/// <summary>Options that are ticked one by one. The draft and the answer are the same: the keys of the ticked ones, a line each, in the order of the options.</summary>
internal sealed class Toggles(IReadOnlyList<(string Key, Text Label)> options, Func<string, string?> today, int least, int most) : Board
{
    private const string Finish = "!";
    private const char Between = '\n';

    /// <summary>Whether an option's key can be told from the others, and from Done.</summary>
    public static bool IsKey(string key) => key is not ("" or Finish) && !key.Contains(Between);

    public static IReadOnlyList<string> Keys(string stored) => stored.Length == 0 ? [] : stored.Split(Between);

    public override string Begin(string stored) => Stored(Keys(stored).Select(today));

    public override Text? Told(string? draft) => options.Count == 0 ? null : QuestionTexts.ToggleSome;

    public override IReadOnlyList<IReadOnlyList<Cell>> Rows(string? draft)
    {
        if (options.Count == 0) return [];
        var on = Begin(draft ?? "") is { Length: > 0 } ticked ? Keys(ticked) : [];
        var done = on.Count == 0 ? QuestionTexts.Done : QuestionTexts.DoneCount.With("count", on.Count);
        return [.. options.Select(option => (IReadOnlyList<Cell>)[new Cell((on.Contains(option.Key) ? QuestionTexts.On : QuestionTexts.Off).With("label", option.Label), option.Key)]), [new Cell(done, Finish)]];
    }

    public override Reading? Pick(string option, string? draft)
    {
        var on = Keys(Begin(draft ?? ""));
        if ((options.FirstOrDefault(known => TapCode.Means(option, known.Key)).Key ?? today(option)) is { } key)
        {
            if (on.Contains(key)) return new Reading.Drafts(Stored(on.Where(ticked => ticked != key)));
            return on.Count == most ? new Reading.Refuses(QuestionTexts.AtMost.With("most", most)) : new Reading.Drafts(Stored([.. on, key]));
        }
        return option != Finish ? null : Fault(on.Count) is { } fault ? new Reading.Refuses(fault) : new Reading.Fits(Stored(on));
    }

    public override Reading Parse(string typed, string? draft)
    {
        if (options.Count == 0) return new Reading.Wrong(QuestionTexts.NoOptions);
        if (Spelling.Same(typed, QuestionTexts.Done)) return Whole(Keys(Begin(draft ?? "")));
        var labels = options.Select(option => new Option<string>(option.Key, option.Label, option.Key)).ToList();
        var written = Spelling.Meant(typed, labels, option => option.Label) is { } one ? [one] : typed.Split([',', ';', '\n']).Select(label => Spelling.Meant(label.Trim(), labels, option => option.Label)).ToList();
        return written.Contains(null) ? new Reading.Wrong(QuestionTexts.ToggleSome) : Whole([.. written.Select(option => option!.Key).Distinct()]);
    }

    private Reading Whole(IReadOnlyList<string> keys) => Fault(keys.Count) is { } fault ? new Reading.Wrong(fault) : new Reading.Fits(Stored(keys));

    private Text? Fault(int count) =>
        count < least ? QuestionTexts.AtLeast.With("least", least)
        : count > most ? QuestionTexts.AtMost.With("most", most)
        : null;

    /// <summary>In the order of the options; what is none of them is left out.</summary>
    private string Stored(IEnumerable<string?> keys)
    {
        var chosen = keys.ToHashSet();
        return string.Join(Between, options.Select(option => option.Key).Where(chosen.Contains));
    }
}
