namespace Lavka.Simulator.Telegram.Api;

/// <summary>Says whether a payment may be made. Nobody can pay an invoice in this messenger yet, so every answer comes too late.</summary>
public sealed class AnswerPreCheckoutQuery : IMethod
{
    public string Name => "answerPreCheckoutQuery";

    public IReadOnlyList<string> Fields { get; } = ["pre_checkout_query_id", "ok", "error_message"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken) => throw RefusedException.BadRequest("query is too old and response timeout expired or query ID is invalid");
}
