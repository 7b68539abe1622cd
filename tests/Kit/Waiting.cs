using System.Diagnostics.CodeAnalysis;

namespace Lavka.Kit;

/// <summary>Waits for a task in a test that reads better without await.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    [SuppressMessage("Usage", "VSTHRD002", Justification = "A test has a thread of its own.")]
    public static T For<T>(Task<T> task) => task.WaitAsync(Limit, TimeProvider.System).GetAwaiter().GetResult();
}
