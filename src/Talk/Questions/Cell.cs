namespace Lavka.Talk;

/// <summary>A button of a question: what it says, and the option that it picks.</summary>
internal sealed record Cell(Text Label, string Option);
