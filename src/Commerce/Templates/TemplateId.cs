namespace Lavka.Commerce;

/// <summary>The id of a template, in the store and in routes: ten characters, not to be guessed.</summary>
public readonly record struct TemplateId(string Value)
{
    public static TemplateId New() => new(ShortId.New());

    /// <summary>Null when the text, say a part of a pressed route, cannot be a template's id.</summary>
    public static TemplateId? Read(string text) => ShortId.IsOne(text) ? new TemplateId(text) : null;

    public override string ToString() => Value;
}
