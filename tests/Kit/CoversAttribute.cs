using Xunit.v3;

namespace Lavka.Kit;

/// <summary>Names the scenarios of the specifications that a test proves, such as "shipping:A05" or "faults:F2".</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class CoversAttribute(params string[] scenarios) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Scenarios { get; } = scenarios;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. Scenarios.Select(scenario => new KeyValuePair<string, string>("Covers", scenario))];
}
