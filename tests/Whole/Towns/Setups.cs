using Lavka.Kit;
using Xunit;

namespace Lavka.Whole;

/// <summary>The set-ups in which a test is run: how many nodes (one is a program with its SQLite file), and how updates come. Several need PostgreSQL.</summary>
public static class Setups
{
    public static TheoryData<int> Nodes => TestEngine.HasServer ? [1, 2] : [1];

    public static TheoryData<string, int> Modes => TestEngine.HasServer
        ? new() { { "Webhook", 1 }, { "Polling", 1 }, { "Webhook", 2 } }
        : new() { { "Webhook", 1 }, { "Polling", 1 } };
}
