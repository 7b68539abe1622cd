namespace Lavka.Host;

/// <summary>One thing that is wrong with the settings: which key, and what to do about it. Never contains the value: it may be a secret.</summary>
public sealed record SettingFault(string Key, string Cure)
{
    public override string ToString() => $"{Key.Replace(":", "__", StringComparison.Ordinal)}: {Cure}";
}
