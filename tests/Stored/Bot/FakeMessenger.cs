using System.Collections.Concurrent;
using Lavka.Talk;

namespace Lavka.Stored.Bot;

/// <summary>A messenger in memory: it keeps what stands in every chat, every call and every answered press; a test decides what becomes of a call.</summary>
internal sealed class FakeMessenger : IChannel
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Shown>> _chats = [];
    private int _messages;

    /// <summary>A message as it stands in a chat now.</summary>
    public sealed record Shown(string Id, Message Message);

    /// <summary>Every call, in the order in which they came.</summary>
    public ConcurrentQueue<Dispatch> Calls { get; } = new();

    /// <summary>The notes beside pressed buttons; null for one without a note.</summary>
    public ConcurrentQueue<string?> Notes { get; } = new();

    /// <summary>The payments that were refused, by their queries, and what the person was told.</summary>
    public ConcurrentQueue<(string Query, string Why)> Refusals { get; } = new();

    /// <summary>What becomes of a call; null lets it arrive.</summary>
    public Func<Dispatch, Delivery?> Fate { get; set; } = _ => null;

    /// <summary>What a call waits for after it has arrived, before its answer comes back.</summary>
    public Func<Dispatch, Task> Return { get; set; } = _ => Task.CompletedTask;

    public async Task<Delivery> Deliver(Dispatch dispatch, CancellationToken ct)
    {
        Calls.Enqueue(dispatch);
        if (Fate(dispatch) is { } delivery) return delivery;
        var id = Arrive(dispatch);
        await Return(dispatch);
        return new Delivery.Sent(id);
    }

    public Task Answer(string query, string? note, CancellationToken ct)
    {
        Notes.Enqueue(note);
        return Task.CompletedTask;
    }

    public Task Refuse(string query, string why, CancellationToken ct)
    {
        Refusals.Enqueue((query, why));
        return Task.CompletedTask;
    }

    public IReadOnlyList<Shown> In(string chat)
    {
        lock (_lock) return _chats.TryGetValue(chat, out var shown) ? [.. shown] : [];
    }

    /// <summary>Carries a call out although its answer may say otherwise.</summary>
    public string Arrive(Dispatch dispatch)
    {
        lock (_lock)
        {
            if (!_chats.TryGetValue(dispatch.Chat, out var chat)) _chats.Add(dispatch.Chat, chat = []);
            if (dispatch.Act is Act.Say)
            {
                chat.Add(new Shown($"m{++_messages}", dispatch.Message));
                return chat[^1].Id;
            }
            var at = chat.FindIndex(shown => shown.Id == dispatch.Target);
            if (at >= 0) chat[at] = chat[at] with { Message = dispatch.Act is Act.Replace ? dispatch.Message : chat[at].Message with { Rows = [] } };
            return dispatch.Target!;
        }
    }
}
