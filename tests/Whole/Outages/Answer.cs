using System.Net;

namespace Lavka.Whole;

/// <summary>What the webhook said to one delivery: after how long, and how long it asks to be left alone.</summary>
internal sealed record Answer(HttpStatusCode Status, TimeSpan Took, TimeSpan? RetryAfter);
