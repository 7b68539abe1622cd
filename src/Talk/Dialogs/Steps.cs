namespace Lavka.Talk;

/// <summary>
/// "Step 3 of 18". A total of 1 is not worth showing, one of 0 means that the way ahead cannot be foreseen. An answer edited from the review leads back to it.
/// </summary>
internal readonly record struct Steps(int Number, int Total, bool FromReview);
