using System.Runtime.CompilerServices;

namespace Lavka.Talk;

/// <summary>What the compiler builds a <see cref="Flow{T}"/> with. It schedules nothing: whoever awaits something unanswered is simply not continued.</summary>
public readonly struct FlowBuilder<T>
{
    private FlowBuilder(Flow<T> flow) => Task = flow;

    public Flow<T> Task { get; }

    public static FlowBuilder<T> Create() => new(new Flow<T>());

    public void Start<TStateMachine>(ref TStateMachine machine) where TStateMachine : IAsyncStateMachine => machine.MoveNext();

    public void SetStateMachine(IAsyncStateMachine machine)
    {
    }

    public void SetResult(T value) => Task.Finish(value);

    public void SetException(Exception error) => Task.Fail(error);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : IDialogAwaiter where TStateMachine : IAsyncStateMachine
    {
    }

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine machine)
        where TAwaiter : IDialogAwaiter where TStateMachine : IAsyncStateMachine
    {
    }
}
