using System.Text;

namespace Lavka.Talk;

/// <summary>
/// Writes a move of a dialog into the data of a button, and reads it back: <c>dialog id.code of the question.verb and value</c>, 64 bytes at most.
/// An option or a name too long for that travels as its code.
/// </summary>
public static class TapCode
{
    private const int Limit = 64;

    public static string Write(string dialog, string question, Tap tap)
    {
        var head = $"{dialog}.{KeyCode.Of(question)}.";
        return tap switch
        {
            Tap.Choose choose => Fitting(head + "=", choose.Option),
            Tap.Accept accept => head + "u" + accept.OfferCode,
            Tap.Skip => head + "s",
            Tap.Take => head + "d",
            Tap.Back => head + "b",
            Tap.Keep => head + "k",
            Tap.Cancel => head + "c",
            Tap.Return => head + "r",
            Tap.Leave => head + "l",
            Tap.Page page => Fitting(head + "p", page.Name),
            Tap.Edit edit => head + "e" + edit.KeyCode,
            Tap.EditPart part => Fitting(head + "w", part.Part),
            Tap.Again again => Fitting(head + "a", again.Work),
            Tap.Open open => Fitting(head + "o", open.Dialog),
            _ => throw new InvalidOperationException($"A tap of an unknown kind: {tap}."),
        };
    }

    /// <summary>Null when the data is not a move of a dialog.</summary>
    public static (string Dialog, string AtCode, Tap Tap)? Read(string data)
    {
        if (data.Split('.', 3) is not [var dialog, { Length: 7 } at, { Length: > 0 } move]) return null;
        var value = move[1..];
        Tap? tap = move[0] switch
        {
            '=' => new Tap.Choose(value),
            'u' => new Tap.Accept(value),
            's' => new Tap.Skip(),
            'd' => new Tap.Take(),
            'b' => new Tap.Back(),
            'k' => new Tap.Keep(),
            'c' => new Tap.Cancel(),
            'r' => new Tap.Return(),
            'l' => new Tap.Leave(),
            'p' => new Tap.Page(value),
            'e' => new Tap.Edit(value),
            'w' => new Tap.EditPart(value),
            'a' => new Tap.Again(value),
            'o' => new Tap.Open(value),
            _ => null,
        };
        return tap is null ? null : (dialog, at, tap);
    }

    /// <summary>Whether the option or name in a button's data means this one.</summary>
    public static bool Means(string written, string name) =>
        written == name || (written.Length == 8 && written[0] == '#' && written[1..] == KeyCode.Of(name));

    private static string Fitting(string head, string name) =>
        head + (Encoding.UTF8.GetByteCount(head) + Encoding.UTF8.GetByteCount(name) <= Limit ? name : "#" + KeyCode.Of(name));
}
