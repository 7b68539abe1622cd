using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>A text of 1 to 4096 UTF-16 units after its entities are parsed.</summary>
public sealed class SendMessage(People people) : ISendingMethod
{
    public string Name => "sendMessage";

    public IReadOnlyList<string> Fields { get; } = [.. Sending.Fields, "text", "parse_mode", "entities", "link_preview_options"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken) =>
        new(call.Send(people, () => new Content.Text(MessageText.Read(call.Arguments))));
}
