using System.Text.Json;
using System.Text.RegularExpressions;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Replaces the command menu of a scope and language: at most 100 commands of a-z, 0-9 and _.</summary>
public sealed partial class SetMyCommands : IMethod
{
    private const int MostCommands = 100;
    private const int MostDescription = 256;

    public string Name => "setMyCommands";

    public IReadOnlyList<string> Fields { get; } = ["commands", "scope", "language_code"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        if (call.Arguments.Json("commands") is not { ValueKind: JsonValueKind.Array } json)
            throw RefusedException.BadRequest("can't parse commands JSON object");
        if (json.GetArrayLength() > MostCommands)
            throw RefusedException.BadRequest("BOT_COMMANDS_TOO_MUCH");
        BotCommand[] commands = [.. json.EnumerateArray().Select(Read)];
        call.Bot.Commands.Set(CommandScope.Of(call.Arguments), call.Arguments.Text("language_code") ?? "", commands);
        return new(Success.True());
    }

    private static BotCommand Read(JsonElement json)
    {
        var line = StrictObject.Of(json, "BotCommand").Allow("command", "description");
        var command = (line.Text("command") ?? "").TrimStart('/');
        var description = (line.Text("description") ?? "").Trim();
        if (!CommandName().IsMatch(command))
            throw RefusedException.BadRequest("BOT_COMMAND_INVALID");
        return description.Length is > 0 and <= MostDescription
            ? new BotCommand(command, description)
            : throw RefusedException.BadRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$", RegexOptions.None, 1000)]
    private static partial Regex CommandName();
}
