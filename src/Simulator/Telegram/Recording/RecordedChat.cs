using System.Text;
using System.Text.Json;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Recording;

/// <summary>A chat from its beginning, to be kept in a file and played again; <c>recording</c> is the version of the format.</summary>
public sealed record RecordedChat(int Recording, string Bot, RecordedPerson Person, IReadOnlyList<RecordedEvent> Events)
{
    private const int Version = 1;

    public static RecordedChat Of(Conversation conversation)
    {
        lock (conversation.Gate)
            return new RecordedChat(
                Version,
                conversation.Bot.Registration.Username,
                new RecordedPerson(conversation.Person.LanguageCode, conversation.Person.FirstName),
                [.. conversation.Recorder.Events]);
    }

    /// <summary>JSON with each event in a line of its own, so that two recordings can be compared line by line.</summary>
    public string ToText()
    {
        var head = JsonSerializer.Serialize(this with { Events = [] }, RecordingJson.Readable.RecordedChat);
        var lines = Events.Select(happened => "\n  " + JsonSerializer.Serialize(happened, RecordingJson.Readable.RecordedEvent));
        return new StringBuilder(head, 0, head.Length - "]}".Length, head.Length + 64).AppendJoin(',', lines).Append("\n]}\n").ToString();
    }
}
