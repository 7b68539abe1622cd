using System.Globalization;
using System.Text;

namespace Lavka.Talk;

/// <summary>
/// A sentence in every language: leaving one out does not compile. Holes are named (<c>"Step {n} of {total}"</c>) and filled by <see cref="With"/>.
/// The sentence itself may carry the marks &lt;b&gt;, &lt;i&gt; and &lt;code&gt;; whatever fills a hole is shown literally, so nothing that a person typed can break a message.
/// </summary>
public sealed class Text
{
    private readonly string _ru;
    private readonly string _en;
    private readonly IReadOnlyDictionary<string, object> _values;
    private bool _isSame;

    public Text(string ru, string en) : this(ru, en, EmptyValues)
    {
    }

    private Text(string ru, string en, IReadOnlyDictionary<string, object> values) => (_ru, _en, _values) = (ru, en, values);

    private static readonly Dictionary<string, object> EmptyValues = [];

    /// <summary>No words: among <see cref="Lines"/> an empty line.</summary>
    public static Text Empty { get; } = new(ru: "", en: "");

    /// <summary>Data that is the same in every language and is shown literally: a name, an address, a tracking number.</summary>
    public static Text Literal(string value) => new("{0}", "{0}", new Dictionary<string, object> { ["0"] = value });

    /// <summary>A sentence that is right in every language as it is: a unit, an abbreviation, a proper name. It may have holes and marks.</summary>
    public static Text Same(string sentence) => new(sentence, sentence) { _isSame = true };

    /// <summary>Data that differs by language and is shown literally.</summary>
    internal static Text Literals(string ru, string en) => new("{ru}", "{en}", new Dictionary<string, object> { ["ru"] = ru, ["en"] = en });

    /// <summary>The texts below one another; those that are null leave no line.</summary>
    public static Text Lines(params IEnumerable<Text?> lines) => Joined("\n", lines);

    /// <summary>The texts one after another with a separator between; those that are null are left out.</summary>
    public static Text Joined(string separator, params IEnumerable<Text?> parts)
    {
        var values = new Dictionary<string, object>();
        foreach (var part in parts)
            if (part is not null) values.Add(values.Count.ToString(CultureInfo.InvariantCulture), part);
        var template = string.Join(separator, values.Keys.Select(key => "{" + key + "}"));
        return new Text(template, template, values);
    }

    /// <summary>The same sentence with one hole filled: by a string, a number, or another text.</summary>
    public Text With(string hole, object value) => new(_ru, _en, new Dictionary<string, object>(_values) { [hole] = value }) { _isSame = _isSame };

    /// <summary>The same when it is shown in at most that many characters; otherwise its beginning without marks, literally, with an ellipsis. No visible character is torn.</summary>
    internal Text Shortened(int most)
    {
        var (ru, en) = (Plain(Language.Ru), Plain(Language.En));
        return ru.Length <= most && en.Length <= most ? this : Literals(Spelling.Cut(ru, most), Spelling.Cut(en, most));
    }

    /// <summary>How many characters are shown, in the language that needs more.</summary>
    internal int Length => Math.Max(Plain(Language.Ru).Length, Plain(Language.En).Length);

    /// <summary>The sentence with its marks, every filled hole escaped for HTML.</summary>
    /// <exception cref="InvalidOperationException">A hole was left empty: a mistake of the shop's author.</exception>
    public string Markup(Language language) => Render(language, markup: true);

    /// <summary>The sentence without marks, for places that show plain text: buttons, placeholders, file names.</summary>
    /// <exception cref="InvalidOperationException">A hole was left empty: a mistake of the shop's author.</exception>
    public string Plain(Language language) => Render(language, markup: false);

    public override string ToString() => Plain(Language.En);

    /// <summary>The sentence with whatever people or the world filled in left out: two views of one shape differ in data only.</summary>
    internal string Shape => new Text(_ru, _en, _values.ToDictionary(value => value.Key, value => value.Value is Text text ? text.Shape : (object)"…")).Plain(Language.Ru);

    /// <summary>The sentence and those that fill its holes.</summary>
    internal IEnumerable<Text> Sentences =>
        _values.Where(value => _ru.Contains('{' + value.Key + '}') || _en.Contains('{' + value.Key + '}')).Select(value => value.Value).OfType<Text>()
            .SelectMany(text => text.Sentences).Prepend(this);

    /// <summary>Null when both languages have words of their own; else the words of one that stand for both.</summary>
    internal string? Untranslated =>
        string.IsNullOrWhiteSpace(_ru) != string.IsNullOrWhiteSpace(_en) ? _ru + _en
        : !_isSame && _ru == _en && new Text(_ru, _en, _values.ToDictionary(value => value.Key, _ => (object)"")).Plain(Language.En).Any(char.IsLetter) ? _en : null;

    private string Render(Language language, bool markup)
    {
        var template = language is Language.Ru ? _ru : _en;
        if (_values.Count == 0 && !template.Contains('{') && (markup || !template.Contains('<'))) return template;
        var written = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length; at++)
        {
            var close = template[at] switch { '{' => template.IndexOf('}', at), '<' when !markup => template.IndexOf('>', at), _ => -1 };
            if (close < 0) written.Append(template[at]);
            else
            {
                if (template[at] == '{') written.Append(Value(template[(at + 1)..close], language, markup));
                at = close;
            }
        }
        return written.ToString();
    }

    private string Value(string hole, Language language, bool markup) =>
        !_values.TryGetValue(hole, out var value) ? throw new InvalidOperationException($"The text \"{_en}\" has an empty hole {{{hole}}}.")
        : value is Text text ? text.Render(language, markup)
        : markup ? Escaped(Shown(value)) : Shown(value);

    private static string Shown(object value) => value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";

    private static string Escaped(string value) =>
        value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
