using System.Text.Json;
using Lavka.Simulator.Telegram.Api;

namespace Lavka.Simulator.Telegram.Markup;

/// <summary>Reads a reply keyboard; a bare string is a button that sends itself.</summary>
public static class ReplyKeyboardReader
{
    public static ReplyMarkup.Keyboard Read(StrictObject markup)
    {
        var rows = markup.Rows("keyboard", "keyboard", Button);
        if (rows.Sum(row => row.Count) == 0)
            throw RefusedException.BadRequest("keyboard must contain at least one button");
        return new ReplyMarkup.Keyboard(
            rows,
            MarkupReader.Placeholder(markup),
            markup.Flag("resize_keyboard"),
            markup.Flag("one_time_keyboard"),
            markup.Flag("is_persistent"));
    }

    private static ReplyButton Button(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
            return new ReplyButton(Checked(json.GetString()));
        var button = StrictObject.Of(json, "keyboard button").Allow("text", "request_contact", "request_location");
        return new ReplyButton(Checked(button.Text("text")), button.Flag("request_contact"), button.Flag("request_location"));
    }

    private static string Checked(string? text) => text switch
    {
        null => throw RefusedException.BadRequest("can't parse keyboard button: Can't find field \"text\""),
        _ when text.Trim().Length == 0 => throw RefusedException.BadRequest("keyboard button text must be non-empty"),
        _ => text,
    };
}
