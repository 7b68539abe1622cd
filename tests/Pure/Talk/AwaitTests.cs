using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

/// <summary>What the compiler lets a dialog await: it demands the mark from every awaiter (CS0315), and only questions, works, looks and parts have it.</summary>
public sealed class AwaitTests
{
    [Theory]
    [InlineData(nameof(FlowBuilder<>.AwaitOnCompleted))]
    [InlineData(nameof(FlowBuilder<>.AwaitUnsafeOnCompleted))]
    public void A_dialog_awaits_only_what_carries_the_mark(string method) =>
        typeof(FlowBuilder<>).GetMethod(method)!.GetGenericArguments()[0].GetGenericParameterConstraints().ShouldContain(typeof(IDialogAwaiter));

    [Fact]
    public void Only_questions_and_flows_carry_the_mark() =>
        typeof(IDialogAwaiter).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IDialogAwaiter)))
            .ShouldBe([typeof(Ask<>.Awaiter), typeof(Flow<>.Awaiter)], ignoreOrder: true);
}
