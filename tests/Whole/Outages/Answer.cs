using System.Net;

namespace Lavka.Whole;

/// <summary>What the webhook said to one delivery: after how long, and in how many seconds it asks for the next.</summary>
internal sealed record Answer(HttpStatusCode Status, TimeSpan Took, TimeSpan? RetryAfter, DateTime At);
