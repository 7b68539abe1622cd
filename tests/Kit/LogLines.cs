using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Lavka.Kit;

/// <summary>Every line that was logged, exceptions included.</summary>
public sealed class LogLines
{
    public ConcurrentQueue<string> Lines { get; } = [];

    /// <summary>Those that begin so, with the level in front: <c>Error</c>, <c>Error Jobs wait</c>.</summary>
    public IReadOnlyList<string> Beginning(string words) => [.. Lines.Where(line => line.StartsWith(words, StringComparison.Ordinal))];

    public ILogger<T> For<T>() => new Log<T>(Lines);

    private sealed class Log<T>(ConcurrentQueue<string> lines) : ILogger<T>
    {
        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}".Trim());

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    }
}
