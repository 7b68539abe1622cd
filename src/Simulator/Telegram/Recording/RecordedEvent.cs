namespace Lavka.Simulator.Telegram.Recording;

/// <summary>
/// One step of a recorded chat: of the "person", of the "bot", or of the "clock" when a minute or more passed. Messages are counted from 1 for each side.
/// Buttons go by their labels, because their data may change with a deploy.
/// </summary>
public sealed record RecordedEvent(string From)
{
    /// <summary>The bot's new message has this number among the bot's.</summary>
    public int? Message { get; init; }

    /// <summary>A message of whoever acts becomes this.</summary>
    public int? Edits { get; init; }

    /// <summary>This message is gone.</summary>
    public int? Deletes { get; init; }

    /// <summary>Whose message was deleted, when it was not of whoever acts: "bot" or "person".</summary>
    public string? Of { get; init; }

    /// <summary>The person's text.</summary>
    public string? Wrote { get; init; }

    /// <summary>The bot's message to which the person's is a reply.</summary>
    public int? Answers { get; init; }

    /// <summary>The label of the button.</summary>
    public string? Pressed { get; init; }

    /// <summary>The bot's message that has the button.</summary>
    public int? On { get; init; }

    /// <summary>"photo", "document", "voice", "sticker" or "location", from either side.</summary>
    public string? Sent { get; init; }

    /// <summary>The file's name; a photo has none.</summary>
    public string? File { get; init; }

    /// <summary>What stands under the person's file.</summary>
    public string? Caption { get; init; }

    /// <summary>Equal for the messages of one album, counted from 1.</summary>
    public int? Album { get; init; }

    /// <summary>The phone number of a contact.</summary>
    public string? Contact { get; init; }

    /// <summary>The name of a contact that is not the person's own.</summary>
    public string? Foreign { get; init; }

    /// <summary>Latitude and longitude in degrees.</summary>
    public IReadOnlyList<double>? Place { get; init; }

    /// <summary>The person shuts the bot out (true) or lets it in again.</summary>
    public bool? Blocks { get; init; }

    /// <summary>The bot's text, or what stands under its file.</summary>
    public string? Says { get; init; }

    /// <summary>The labels under the bot's message, row by row; none is an empty list.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Buttons { get; init; }

    /// <summary>The labels in place of the letters, row by row; an empty list takes them away.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Keyboard { get; init; }

    /// <summary>The bot asks for a reply, with this placeholder or an empty one.</summary>
    public string? Invites { get; init; }

    /// <summary>What the bot answered to a press.</summary>
    public string? Notes { get; init; }

    /// <summary>The note has to be closed.</summary>
    public bool? Alert { get; init; }

    /// <summary>How much time passed.</summary>
    public long? Seconds { get; init; }
}
