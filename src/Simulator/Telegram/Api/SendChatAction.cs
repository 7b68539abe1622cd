using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Shows the person that the bot is busy.</summary>
public sealed class SendChatAction(People people) : IMethod
{
    private static readonly string[] Actions =
    [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    ];

    public string Name => "sendChatAction";

    public IReadOnlyList<string> Fields { get; } = ["chat_id", "action"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        var action = call.Arguments.Text("action");
        if (action is null || !Actions.Contains(action))
            throw RefusedException.BadRequest("wrong parameter action in request");
        conversation.RefuseUnreachable();
        conversation.Events.Publish(new ConversationEvent.Acting(action));
        return new(Success.True());
    }
}
