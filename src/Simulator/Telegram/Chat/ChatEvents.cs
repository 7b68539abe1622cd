using System.Text.Json;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>What happens in a chat from now on, as server-sent events; a comment goes first, so that the client knows it is listening.</summary>
public static class ChatEvents
{
    public static async Task Stream([AsParameters] ChatOf of, HttpContext context)
    {
        var (response, ends) = (context.Response, context.RequestAborted);
        var events = of.Conversation.Events.Listen(ends);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache";
        await response.WriteAsync(": listening\n\n", ends);
        await response.Body.FlushAsync(ends);
        await foreach (var happened in events)
        {
            await response.WriteAsync($"data: {JsonSerializer.Serialize(happened.ToView(), ChatJson.Default.EventView)}\n\n", ends);
            await response.Body.FlushAsync(ends);
        }
    }
}
