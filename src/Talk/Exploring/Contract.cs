namespace Lavka.Talk;

/// <summary>
/// What a shop's dialogs promise about stored answers (dialog, key, type, options, optional), one line each, in the order in which they are asked.
/// It lies in the repository; a test compares it with what the explorer finds, so that no deploy reads an answer as something else by accident.
/// </summary>
public sealed record Contract(IReadOnlyList<Term> Terms)
{
    public static Contract Read(string text) =>
        new([.. text.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('#')).Select(Term.Read).OfType<Term>()]);

    /// <summary>The file's text.</summary>
    public string Write() => """
        # What is stored of open dialogs: dialog, key, type(options), optional, gone. Written by: dotnet run --project src/Host -- explore --accept
        # A key is a promise. Never edit a type here; a question with a new meaning gets a new key.

        """ + string.Concat(Terms.Select(term => term + "\n"));

    /// <summary>What would be read wrongly after a deploy. No command accepts this: the code has to change.</summary>
    public IEnumerable<string> BrokenBy(Contract today) =>
        from term in Terms
        from now in today.Terms.Where(now => now.Dialog == term.Dialog && now.Key == term.Key && now.Type != term.Type)
        select $"The dialog \"{term.Dialog}\" stores {term.Type} under \"{term.Key}\", and today's code reads {now.Type} there: open answers would mean something else. "
            + $"Give the new question a new key; when only the name changes, keep the type and write .Was(\"{term.Key}\").";

    /// <summary>What is different and may be accepted: new questions, questions that are gone, other options.</summary>
    public IEnumerable<string> ChangedBy(Contract today) =>
    [
        .. today.Terms.Where(now => Find(now) is null).Select(now => $"\"{now.Key}\" of the dialog \"{now.Dialog}\" is new: whoever is in the middle is asked it."),
        .. Terms.Where(term => !term.IsGone && today.Find(term) is null)
            .Select(term => $"\"{term.Key}\" of the dialog \"{term.Dialog}\" is not asked any more, or nobody can reach it: its answers are ignored."),
        .. today.Terms.Where(now => Find(now) is { } term && term.Type == now.Type && (term with { IsGone = false }).ToString() != now.ToString()).Select(now => Changed(Find(now)!, now)),
        .. today.Terms.Where(now => Find(now) is { IsGone: true } term && (term with { IsGone = false }).ToString() == now.ToString())
            .Select(now => $"\"{now.Key}\" of the dialog \"{now.Dialog}\" is asked again: answers from before it was removed count."),
    ];

    /// <summary>Today's promises, and those of questions that are gone: a key never gets another type.</summary>
    public Contract Accept(Contract today)
    {
        var gone = Terms.Where(term => today.Find(term) is null).Select(term => term with { IsGone = true }).ToList();
        return new([.. today.Terms.Select(term => term.Dialog).Concat(gone.Select(term => term.Dialog)).Distinct()
            .SelectMany(dialog => today.Terms.Concat(gone).Where(term => term.Dialog == dialog))]);
    }

    private static string Changed(Term term, Term now) =>
        term.Options.Except(now.Options).ToList() is { Count: > 0 } lost
            ? $"\"{term.Key}\" of the dialog \"{term.Dialog}\" lost {string.Join(", ", lost)}: whoever chose that is asked again. If it was only renamed, give it its old name back."
            : $"\"{term.Key}\" of the dialog \"{term.Dialog}\" was \"{term}\" and is \"{now}\".";

    private Term? Find(Term other) => Terms.FirstOrDefault(term => term.Dialog == other.Dialog && term.Key == other.Key);
}
