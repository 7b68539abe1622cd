using Lavka.Durable;

namespace Lavka.Stored.Bot;

/// <summary>What a handler of the tiny shop may touch: one table of notes.</summary>
internal sealed class TinyDesk(StoreTransaction tx) : IAsyncDisposable
{
    public StoreTransaction Transaction => tx;

    public Task Note(string text, CancellationToken ct) => tx.Sql("insert into notes (text) values (@text)", ("text", text)).Run(ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
