namespace Lavka.Simulator.OxaPay.Notifications;

/// <summary>
/// One try to deliver a notification: what was sent, when (unix milliseconds), and what came back. Delivered means HTTP 200 with a body of
/// exactly <c>ok</c>; an error is set when nothing came back.
/// </summary>
public sealed record Attempt(
    string TrackId,
    string Status,
    int Number,
    long At,
    string Url,
    string Body,
    string Hmac,
    bool Delivered,
    int? AnswerStatus = null,
    string? Answer = null,
    string? Error = null);
