namespace Lavka.Talk;

/// <summary>The button with which a person hands something over. A messenger without such buttons leaves it out: everything can be written too.</summary>
public sealed record Wish(Wanted What, Text Label);
