namespace Lavka.Talk;

/// <summary>A language that every text of Lavka is written in; stored by name.</summary>
public enum Language
{
    Ru,
    En,
}
