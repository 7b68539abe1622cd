using System.Collections.Concurrent;
using Lavka.Channels.Telegram;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

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

/// <summary>Every line that was logged, exceptions included.</summary>
internal sealed class LogLines
{
    public ConcurrentQueue<string> Lines { get; } = [];

    public ILogger<T> For<T>() => new Log<T>(Lines);

    private sealed class Log<T>(ConcurrentQueue<string> lines) : ILogger<T>
    {
        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}".Trim());

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }
}
