using System.Collections.Concurrent;
using Lavka.Channels.Telegram;
using Lavka.Kit;
using Lavka.Talk;

namespace Lavka.Pure.Channels.Telegram;

/// <summary>An intake that keeps what it is offered and answers as the test says.</summary>
internal sealed class Kept
{
    public ConcurrentQueue<Inbound> Offered { get; } = [];

    public ConcurrentQueue<Poison> Buried { get; } = [];

    public LogLines Log { get; } = new();

    public Func<Inbound, CancellationToken, Task<Receipt>> Answer { get; set; } = (_, _) => Task.FromResult(Receipt.Taken);

    public Func<Poison, Task> Burial { get; set; } = _ => Task.CompletedTask;

    public IEnumerable<string> Ids => Offered.Select(update => update.Id);

    public Intake Intake(string bot) => new(bot, (update, ct) =>
    {
        Offered.Enqueue(update);
        return Answer(update, ct);
    }, (poison, _) =>
    {
        Buried.Enqueue(poison);
        return Burial(poison);
    }, Log.For<Intake>());
}
