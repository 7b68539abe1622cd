using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Ends the spinner of one press, once and within about 15 seconds, with nothing or up to 200 characters.</summary>
public sealed class AnswerCallbackQuery(OpenPresses presses) : IMethod
{
    private const int MostText = 200;
    private const string TooLate = "query is too old and response timeout expired or query ID is invalid";

    public string Name => "answerCallbackQuery";

    public IReadOnlyList<string> Fields { get; } = ["callback_query_id", "text", "show_alert", "url", "cache_time"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var (text, url) = (call.Arguments.Text("text"), call.Arguments.Text("url"));
        if (text?.Length > MostText)
            throw RefusedException.BadRequest("MESSAGE_TOO_LONG");
        if (url is { Length: > 0 } && !IsOwnLink(url))
            throw RefusedException.BadRequest("URL_INVALID");
        var answer = new PressAnswer(text, call.Arguments.Flag("show_alert"), url);
        var press = presses.Answer(call.Bot.Id, call.Arguments.Text("callback_query_id") ?? "", answer) ?? throw RefusedException.BadRequest(TooLate);
        press.Chat?.Noted(answer);
        return new(Success.True());
    }

    private static bool IsOwnLink(string url) =>
        url.StartsWith("https://t.me/", StringComparison.Ordinal) || url.StartsWith("tg://", StringComparison.Ordinal);
}
