namespace Lavka.Talk;

/// <summary>What a dialog says when the person wants to leave it, or has left it lying.</summary>
/// <param name="Ask">The question, which names what would be lost.</param>
/// <param name="Stay">The button back to the very same question.</param>
/// <param name="Leave">The button that really leaves.</param>
/// <param name="Left">What is said afterwards.</param>
/// <param name="Unfinished">What is said when the person asks for the main menu in the middle.</param>
public sealed record CancelWords(Text Ask, Text Stay, Text Leave, Text Left, Text Unfinished)
{
    /// <summary>What is said when the time is over: that it is over, and that the answers are gone.</summary>
    public Text Expired { get; init; } = new(
        ru: "⌛ Время вышло: вы долго не отвечали, и начатое пришлось закрыть. Введённые ответы удалены, ничего не оформлено.",
        en: "⌛ Time is up: there was no answer for long, so this was closed. What you had entered is deleted, and nothing was ordered.");

    /// <summary>Stands above the open question when the person is reminded of it.</summary>
    public Text Reminder { get; init; } = new(
        ru: "🔔 Вы не закончили. Остался вот этот вопрос:",
        en: "🔔 You have not finished. This is the question that is open:");
}
