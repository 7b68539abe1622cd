using System.Text;

namespace Lavka.Channels.Telegram;

/// <summary>A file to send: bytes of ours, or one that Telegram already has.</summary>
public abstract record InputFile
{
    private InputFile()
    {
    }

    internal abstract HttpContent Part(string field);

    /// <summary>A file that this very bot sent or got before; other bots have other ids for it.</summary>
    public sealed record Known(string FileId) : InputFile
    {
        internal override HttpContent Part(string field) => Named(new StringContent(FileId, Encoding.UTF8, "text/plain"), $"name=\"{field}\"");
    }

    /// <summary>At most 50 MB, a photo at most 10 MB.</summary>
    public sealed record Upload(string Name, string MediaType, ReadOnlyMemory<byte> Content) : InputFile
    {
        // The Bot API reads a file's name as raw UTF-8 and knows no encoded words; what would end the quoted name is replaced.
        internal override HttpContent Part(string field)
        {
            var name = string.Concat(Name.Select(c => char.IsControl(c) || c is '"' or '\\' or '/' ? '_' : c));
            var part = new ReadOnlyMemoryContent(Content);
            part.Headers.TryAddWithoutValidation("Content-Type", MediaType);
            return Named(part, $"name=\"{field}\"; filename=\"{name}\"");
        }
    }

    private static HttpContent Named(HttpContent part, string names)
    {
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; " + names);
        return part;
    }
}
