using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Lavka.Channels.Telegram;

/// <summary>
/// 2 to 10 photos, or as many documents, as one album: one call that all of it passes or fails, answered with a message for each file. Telegram allows no buttons under it.
/// <paramref name="Caption"/> has at most 1024 shown characters, in HTML. Source: core.telegram.org/bots/api#sendmediagroup.
/// </summary>
public sealed record SendMediaGroup(long ChatId, IReadOnlyList<InputFile> Files, bool ArePhotos, string? Caption) : Method<IReadOnlyList<SentMessage>>
{
    /// <summary>Up to 1,000 a second for a fee in Stars.</summary>
    public bool AllowPaidBroadcast { get; init; }

    internal override string Name => "sendMediaGroup";

    /// <summary>Ten photos are up to 100 MB.</summary>
    internal override TimeSpan TimeLimit => TimeSpan.FromSeconds(60);

    internal override HttpContent Body()
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        IReadOnlyList<InputMedia> media = [.. Files.Select((_, at) => new InputMedia(ArePhotos ? "photo" : "document", "attach://" + Part(at), at == 0 ? Caption : null))];
        form.Add(new StringContent(ChatId.ToString(CultureInfo.InvariantCulture), Encoding.UTF8), "chat_id");
        if (AllowPaidBroadcast) form.Add(new StringContent("true", Encoding.UTF8), "allow_paid_broadcast");
        form.Add(new StringContent(JsonSerializer.Serialize(media, Wire.Json.MediaGroup), Encoding.UTF8), "media");
        for (var at = 0; at < Files.Count; at++) form.Add(Files[at].Part(Part(at)));
        return form;
    }

    private static string Part(int at) => string.Create(CultureInfo.InvariantCulture, $"file{at}");
}
