namespace Lavka.Talk;

/// <summary>What a dialog says when the person wants to leave it.</summary>
/// <param name="Ask">The question, which names what would be lost.</param>
/// <param name="Stay">The button back to the very same question.</param>
/// <param name="Leave">The button that really leaves.</param>
/// <param name="Left">What is said afterwards.</param>
/// <param name="Unfinished">What is said when the person asks for the main menu in the middle.</param>
public sealed record CancelWords(Text Ask, Text Stay, Text Leave, Text Left, Text Unfinished);
