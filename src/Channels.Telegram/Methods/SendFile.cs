using System.Globalization;
using System.Text;

namespace Lavka.Channels.Telegram;

/// <summary>A new message with one file and a caption of at most 1024 shown characters, in HTML. Goes out as multipart/form-data.</summary>
public abstract record SendFile(long ChatId, InputFile File, string? Caption, ReplyMarkup? ReplyMarkup) : Method<SentMessage>
{
    public const int LongestCaption = 1024;

    /// <summary>Up to 1,000 a second for a fee in Stars.</summary>
    public bool AllowPaidBroadcast { get; init; }

    internal abstract string Field { get; }

    internal override HttpContent Body()
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        Add("chat_id", ChatId.ToString(CultureInfo.InvariantCulture));
        if (Caption is not null)
        {
            Add("caption", Caption);
            Add("parse_mode", "HTML");
        }
        if (ReplyMarkup is not null) Add("reply_markup", ReplyMarkup.Json());
        if (AllowPaidBroadcast) Add("allow_paid_broadcast", "true");
        form.Add(File.Part(Field));
        return form;

        void Add(string name, string value) => form.Add(new StringContent(value, Encoding.UTF8), name);
    }
}
