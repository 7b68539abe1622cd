namespace Lavka.Pure.Talk.Random;

/// <summary>Random bytes read as decisions, so that a failing run shrinks to a short one; at its end every decision is 0.</summary>
internal sealed class Tape(byte[] bytes)
{
    private int _at;

    public bool IsOver => _at >= bytes.Length;

    public int Next(int choices) => IsOver ? 0 : bytes[_at++] % choices;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
