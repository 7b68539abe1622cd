using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>One change of a chat's screen on its way to the outbox.</summary>
/// <param name="Seq">Its number in the chat.</param>
/// <param name="Act">What is done.</param>
/// <param name="EditsSeq">The row whose message is changed, for messages of ours whose id is not known yet.</param>
/// <param name="EditsMessage">The messenger's id of the message that is changed, when a person pressed it.</param>
/// <param name="Message">The message as it is to stand there.</param>
public sealed record Sheet(long Seq, Act Act, long? EditsSeq, string? EditsMessage, Message Message);
