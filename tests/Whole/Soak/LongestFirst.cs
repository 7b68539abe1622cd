using Lavka.Whole;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Lavka.Whole;

/// <summary>Classes run two at a time; the one that mostly waits for time to pass begins first, and the others run beside it.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(classOfTests => classOfTests.TestCollectionDisplayName.Contains(nameof(SoakTests), StringComparison.Ordinal))];
}
