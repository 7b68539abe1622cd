using System.Text;
using System.Text.Json;
using Lavka.Simulator.Telegram.Api;
using Lavka.Simulator.Telegram.Html;

namespace Lavka.Simulator.Telegram.Markup;

/// <summary>Reads an inline keyboard: every button has a text and one action; data is 1 to 64 bytes of UTF-8; no more than 100 buttons.</summary>
public static class InlineKeyboardReader
{
    private const int MostButtons = 100;
    private const int MostDataBytes = 64;

    /// <summary>Null for a keyboard without buttons, which is how one is taken away.</summary>
    public static ReplyMarkup.Inline? Read(StrictObject markup)
    {
        var rows = markup.Rows("inline_keyboard", "inline keyboard", Button);
        return rows.Sum(row => row.Count) switch
        {
            0 => null,
            > MostButtons => throw RefusedException.BadRequest("reply markup is too long"),
            _ => new ReplyMarkup.Inline(rows),
        };
    }

    private static InlineButton Button(JsonElement json)
    {
        var button = StrictObject.Of(json, "inline keyboard button").Allow("text", "callback_data", "url");
        var text = button.Text("text") ?? throw RefusedException.BadRequest("can't parse inline keyboard button: Can't find field \"text\"");
        if (text.Trim().Length == 0)
            throw RefusedException.BadRequest("inline keyboard button text must be non-empty");
        return (button.Text("callback_data"), button.Text("url")) switch
        {
            (null, null) => throw RefusedException.BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
            (null, { } url) => new InlineButton(text, Data: null, Checked(url)),
            ({ } data, null) when Encoding.UTF8.GetByteCount(data) is >= 1 and <= MostDataBytes => new InlineButton(text, data, Url: null),
            ({ }, null) => throw RefusedException.BadRequest("BUTTON_DATA_INVALID"),
            _ => throw RefusedException.BadRequest("can't parse inline keyboard button: exactly one action must be used"),
        };
    }

    private static string Checked(string url) =>
        Link.IsValid(url) ? url : throw RefusedException.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
}
