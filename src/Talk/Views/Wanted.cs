namespace Lavka.Talk;

/// <summary>What a person can hand over by one press where his messenger has such a button; stored by name.</summary>
public enum Wanted
{
    /// <summary>His telephone number.</summary>
    Contact,

    /// <summary>Where he is, or a point that he chooses on the map.</summary>
    Place,
}
