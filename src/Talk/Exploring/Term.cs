namespace Lavka.Talk;

/// <summary>What is promised about one stored answer.</summary>
/// <param name="Dialog">The dialog's stored name.</param>
/// <param name="Key">The question's key with its parts.</param>
/// <param name="Type">The kind of question, which is the type of the stored answer: "text", "number", "choice".</param>
/// <param name="Options">The options that can be stored; empty when they differ from person to person or there are none.</param>
/// <param name="IsOptional">It may be stored as skipped.</param>
public sealed record Term(string Dialog, string Key, string Type, IReadOnlyList<string> Options, bool IsOptional)
{
    /// <summary>The question is not asked any more; its key keeps its meaning for ever.</summary>
    public bool IsGone { get; init; }

    /// <summary>One line of the contract.</summary>
    public override string ToString() =>
        $"{Dialog} {Key} {Type}{(Options.Count > 0 ? $"({string.Join('|', Options)})" : "")}{(IsOptional ? " optional" : "")}{(IsGone ? " gone" : "")}";

    internal static Term? Read(string line)
    {
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var dialog, var key, var type, .. var marks]) return null;
        var options = type.Contains('(', StringComparison.Ordinal) ? type[(type.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split('|') : [];
        return new Term(dialog, key, type.Split('(')[0], options, marks.Contains("optional")) { IsGone = marks.Contains("gone") };
    }
}
