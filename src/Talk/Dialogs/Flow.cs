using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Lavka.Talk;

/// <summary>
/// One run of a dialog or of a part of it: finished with a value, or stopped at the first open question. A stopped run is never resumed;
/// the next turn runs the method anew from the answers, so nothing of it has to survive.
/// </summary>
[AsyncMethodBuilder(typeof(FlowBuilder<>))]
public sealed class Flow<T>
{
    private T? _value;
    private ExceptionDispatchInfo? _error;

    internal bool IsDone { get; private set; }

    /// <exception cref="InvalidOperationException">The run stopped at a question.</exception>
    internal T Value
    {
        get
        {
            _error?.Throw();
            return IsDone ? _value! : throw new InvalidOperationException("The dialog is not finished.");
        }
    }

    public Awaiter GetAwaiter() => new(this);

    internal void Finish(T value) => (_value, IsDone) = (value, true);

    internal void Fail(Exception error) => (_error, IsDone) = (ExceptionDispatchInfo.Capture(error), true);

    public readonly struct Awaiter : IDialogAwaiter
    {
        private readonly Flow<T> _flow;

        internal Awaiter(Flow<T> flow) => _flow = flow;

        public bool IsCompleted => _flow.IsDone;

        public T GetResult() => _flow.Value;

        public void OnCompleted(Action continuation)
        {
        }

        public void UnsafeOnCompleted(Action continuation)
        {
        }
    }
}
