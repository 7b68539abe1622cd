namespace Lavka.Talk;

/// <summary>A short stand-in (7 characters) for the key of a question in the data of a button, where 64 bytes are all there is.</summary>
public static class KeyCode
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static string Of(string key)
    {
        var hash = 2166136261u;
        foreach (var c in key) hash = unchecked((hash ^ c) * 16777619u);
        return string.Create(7, hash, static (written, rest) =>
        {
            for (var i = written.Length - 1; i >= 0; i--, rest /= 36) written[i] = Digits[(int)(rest % 36)];
        });
    }
}
