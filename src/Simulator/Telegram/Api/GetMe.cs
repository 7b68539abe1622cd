using System.Text.Json;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Who the bot is.</summary>
public sealed class GetMe : IMethod
{
    public string Name => "getMe";

    public IReadOnlyList<string> Fields => [];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var me = call.Bot.ToWire() with { CanJoinGroups = true, CanReadAllGroupMessages = false, SupportsInlineQueries = false };
        return new(new Success(JsonSerializer.SerializeToNode(me, WireJson.Default.WireUser)!));
    }
}
