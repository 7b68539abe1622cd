namespace Lavka.Talk;

/// <summary>"Step 3 of 18". A total of 0 or 1 is not worth showing.</summary>
internal readonly record struct Steps(int Number, int Total, bool FromReview);
