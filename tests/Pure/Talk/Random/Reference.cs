using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Lavka.Pure.Talk.Random;

/// <summary>
/// What a dialog of these questions must do with these answers, told without the engine: a plain walk that stops at the first question whose answer is missing
/// or does not fit. So exactly that one is asked, whatever version wrote the answers.
/// </summary>
internal sealed partial class Reference
{
    private readonly IReadOnlyDictionary<string, string?> _answers;
    private readonly string? _editing;
    private readonly List<string> _path = [];

    private Reference(IReadOnlyDictionary<string, string?> answers, string? editing) => (_answers, _editing) = (answers, editing);

    /// <summary>The key of the open question or work; null when the dialog is over.</summary>
    public string? Open { get; private set; }

    /// <summary>What the answers up to there tell: the result, when nothing but the last review is open.</summary>
    public string Said { get; private set; } = "";

    public static Reference Of(IReadOnlyList<Spec> specs, IReadOnlyDictionary<string, string?> answers, string? editing = null)
    {
        var reference = new Reference(answers, editing);
        if (reference.Walk(specs, "")) reference.Reviewed("");
        return reference;
    }

    private bool Walk(IEnumerable<Spec> specs, string scope) => specs.All(spec => Passes(spec, scope));

    private bool Passes(Spec spec, string scope) => spec switch
    {
        Spec.Words words => Answered(scope + words.Key, words.IsOptional, text => text.Length > 0 && text.Length <= words.Longest, text => text, words.Was is { } was ? scope + was : null),
        Spec.Count count => Answered(
            scope + count.Key, count.IsOptional, text => Number(text) is { } number && Math.Abs(number) <= count.Most, text => Number(text)?.ToString(CultureInfo.InvariantCulture)),
        Spec.Pick pick => Answered(scope + pick.Key, false, text => pick.Options.Any(i => $"o{i}" == text), text => text),
        Spec.Part part => Walk(part.Inside, scope + part.Name + "/") && (!part.HasReview || Reviewed(scope + part.Name + "/")),
        Spec.Fork fork => Answered(scope + fork.Key, false, text => text is "yes" or "no", text => text)
            && Walk(_answers[scope + fork.Key] == "yes" ? fork.Yes : fork.No, scope + fork.Key + "/"),
        Spec.Loop loop => Answered(scope + loop.Key, false, text => text is "o1" or "o2" or "o3", text => text)
            && Enumerable.Range(1, _answers[scope + loop.Key]![1] - '0').All(i => Walk(loop.Inside, $"{scope}{loop.Key}/{i}/")),
        Spec.Job job => Done(scope + job.Name + "#" + Print(Said)),
        Spec.Peek => Tells(Said.Length.ToString(CultureInfo.InvariantCulture)),
        _ => true,
    };

    private bool Answered(string key, bool isOptional, Func<string, bool> fits, Func<string, string?> told, string? was = null)
    {
        var isThere = _answers.TryGetValue(key, out var stored) || (was is not null && _answers.TryGetValue(was, out stored));
        if (!isThere || _editing == key || (was is not null && _editing == was) || !(stored is null ? isOptional : fits(stored))) return Stops(key);
        _path.Add(key + "=" + stored);
        return Tells(stored is null ? null : told(stored));
    }

    /// <summary>A confirmation holds for exactly these answers.</summary>
    private bool Reviewed(string scope) => _answers.GetValueOrDefault(scope + "review") == Print(string.Join('\n', _path)) || Stops(scope + "review");

    private bool Done(string key) => _answers.GetValueOrDefault(key) is ['+', .. var found] ? Tells(found) : Stops(key);

    private bool Tells(string? answer)
    {
        Said += "|" + (answer ?? "none");
        return true;
    }

    private bool Stops(string key)
    {
        Open = key;
        return false;
    }

    private static decimal? Number(string text) => Decimal().IsMatch(text) ? decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) : null;

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));

    [GeneratedRegex(@"^[+-]?[0-9]{1,9}([.,][0-9]{1,6})?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimal();
}
