using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lavka.Pure.Talk.Random;

/// <summary>
/// What a dialog of these questions must do with these answers, told without the engine: a plain walk that stops at the first question whose answer is missing
/// or does not fit. So exactly that one is asked, whatever version wrote the answers.
/// </summary>
internal sealed class Reference
{
    private readonly IReadOnlyDictionary<string, string?> _answers;
    private readonly string? _editing;
    private readonly List<string> _path = [];
    private readonly List<(Asked Asked, string? Stored)> _given = [];

    private Reference(IReadOnlyDictionary<string, string?> answers, string? editing) => (_answers, _editing) = (answers, editing);

    /// <summary>The key of the open question or work; null when the dialog is over.</summary>
    public string? Open { get; private set; }

    /// <summary>The open question; null when something else is open.</summary>
    public Asked? Asked { get; private set; }

    /// <summary>The key that the open question had in an earlier version.</summary>
    public string? Was { get; private set; }

    /// <summary>What was answered to the open question before.</summary>
    public string? Stored { get; private set; }

    /// <summary>The answers up to there.</summary>
    public IReadOnlyList<(Asked Asked, string? Stored)> Given => _given;

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
        Asked asked => Answered(asked, scope),
        Spec.Part part => Walk(part.Inside, scope + part.Name + "/") && (!part.HasReview || Reviewed(scope + part.Name + "/")),
        Spec.Fork fork => Chosen(scope + fork.Key, ["yes", "no"])
            && Walk(_answers[scope + fork.Key] == "yes" ? fork.Yes : fork.No, scope + fork.Key + "/"),
        Spec.Loop loop => Chosen(scope + loop.Key, ["o1", "o2", "o3"])
            && Enumerable.Range(1, _answers[scope + loop.Key]![1] - '0').All(i => Walk(loop.Inside, $"{scope}{loop.Key}/{i}/")),
        Spec.Job job => Done(scope + job.Name + "#" + Print(Said)),
        Spec.Peek => Tells(Said.Length.ToString(CultureInfo.InvariantCulture)),
        _ => true,
    };

    private bool Answered(Asked asked, string scope)
    {
        var (key, was) = (scope + asked.Key, asked.Was is null ? null : scope + asked.Was);
        var isThere = _answers.TryGetValue(key, out var stored) || (was is not null && _answers.TryGetValue(was, out stored));
        var told = stored is null ? null : Meaning.Of(asked, stored);
        if (!isThere || _editing == key || (was is not null && _editing == was) || !(stored is null ? asked.IsOptional : told is not null))
        {
            (Asked, Was, Stored) = (asked, was, stored);
            return Stops(key);
        }
        _path.Add(key + "=" + stored);
        _given.Add((asked, stored));
        return Tells(told);
    }

    private bool Chosen(string key, IReadOnlyList<string> options)
    {
        if (_editing == key || _answers.GetValueOrDefault(key) is not { } stored || !options.Contains(stored)) return Stops(key);
        _path.Add(key + "=" + stored);
        return Tells(stored);
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

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
