using System.Text.Json;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>The command menu of exactly this scope and language.</summary>
public sealed class GetMyCommands : IMethod
{
    public string Name => "getMyCommands";

    public IReadOnlyList<string> Fields { get; } = ["scope", "language_code"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var commands = call.Bot.Commands.Get(CommandScope.Of(call.Arguments), call.Arguments.Text("language_code") ?? "");
        WireCommand[] lines = [.. commands.Select(command => new WireCommand(command.Command, command.Description))];
        return new(new Success(JsonSerializer.SerializeToNode(lines, WireJson.Default.IReadOnlyListWireCommand)!));
    }
}
