using System.Text.Json;
using Lavka.Simulator.Telegram.Api;

namespace Lavka.Simulator.Telegram.Markup;

/// <summary>Reads <c>reply_markup</c> and refuses what Telegram refuses; unknown fields too, at any depth.</summary>
public static class MarkupReader
{
    private const int MostPlaceholder = 64;

    /// <summary>Any of the four kinds; null when there is none.</summary>
    public static ReplyMarkup? Read(JsonElement? json) => json is { } given ? Read(StrictObject.Of(given, "reply markup")) : null;

    /// <summary>For edits, which take inline keyboards only.</summary>
    public static ReplyMarkup.Inline? ReadInline(JsonElement? json) => Read(json) switch
    {
        null => null,
        ReplyMarkup.Inline inline => inline,
        _ => throw RefusedException.BadRequest("inline keyboard expected"),
    };

    private static ReplyMarkup? Read(StrictObject markup)
    {
        if (markup.Has("inline_keyboard"))
            return InlineKeyboardReader.Read(markup.Allow("inline_keyboard"));
        if (markup.Has("keyboard"))
            return ReplyKeyboardReader.Read(
                markup.Allow("keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective"));
        if (markup.Has("remove_keyboard"))
            return markup.Allow("remove_keyboard", "selective").Flag("remove_keyboard") ? new ReplyMarkup.Remove() : null;
        if (markup.Has("force_reply"))
            return markup.Allow("force_reply", "input_field_placeholder", "selective").Flag("force_reply")
                ? new ReplyMarkup.Force(Placeholder(markup))
                : null;
        return markup.IsEmpty ? null : throw RefusedException.BadRequest("object expected as reply markup");
    }

    internal static string? Placeholder(StrictObject markup) => markup.Text("input_field_placeholder") switch
    {
        { Length: > MostPlaceholder } => throw RefusedException.BadRequest("input field placeholder must be from 1 to 64 characters"),
        "" => null,
        var placeholder => placeholder,
    };
}
