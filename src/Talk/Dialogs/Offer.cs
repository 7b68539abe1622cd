namespace Lavka.Talk;

/// <summary>What may have been meant by an answer that did not fit the open question, in its stored form.</summary>
public sealed record Offer(string Question, string Answer);
