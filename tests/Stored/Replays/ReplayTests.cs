using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Replays;

/// <summary>A chat that the simulator saved and that lies in this folder is talked again with today's shop; the bot says the same.</summary>
public sealed class ReplayTests
{
    public static TheoryData<string> Recordings => [.. Recording.All];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task the_bot_says_what_it_said(string file)
    {
        var recording = Recording.Open(file);
        var today = await Replay.Of(recording);
        Told.Difference([.. Told.Lines(Sorted(recording.Events))], [.. Told.Lines(Sorted(today.Events))])
            .ShouldBe("", "- recorded, + today. When today is right: dotnet run -c Release --project tests/Stored -- -explicit only -method '*are_recorded_anew'");
    }

    [Fact]
    public async Task a_sentence_that_is_not_said_any_more_is_shown_with_what_is_said_instead()
    {
        var recording = Recording.Open(Recording.All.First());
        var asked = recording.Events.First(happened => ((string?)happened["says"])?.Contains("3/18", StringComparison.Ordinal) is true);
        asked["says"] = ((string)asked["says"]!).Replace("3/18", "3/17", StringComparison.Ordinal);

        var today = await Replay.Of(recording);

        var difference = Told.Difference([.. Told.Lines(Sorted(recording.Events))], [.. Told.Lines(Sorted(today.Events))]).Split('\n');
        difference.Count(line => line[0] == '-').ShouldBe(1);
        difference.Count(line => line[0] == '+').ShouldBe(1);
        difference.ShouldContain(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains("3/17", StringComparison.Ordinal));
        difference.ShouldContain(line => line.StartsWith("+ ", StringComparison.Ordinal) && line.Contains("3/18", StringComparison.Ordinal));
        difference.Length.ShouldBeInRange(4, 12, "with what stands around it, and no more");
    }

    [Fact(Explicit = true)]
    public async Task recordings_are_recorded_anew()
    {
        foreach (var file in Recording.All)
            await File.WriteAllTextAsync(Path.Combine(Recording.Folder, file), (await Replay.Of(Recording.Open(file))).Write(), TestContext.Current.CancellationToken);
    }

    /// <summary>Between two acts of the person a note and a message may come in either order: they travel by different ways.</summary>
    private static IEnumerable<JsonObject> Sorted(IEnumerable<JsonObject> events)
    {
        List<JsonObject> chunk = [];
        foreach (var happened in events)
        {
            if ((string?)happened["from"] != "bot")
            {
                foreach (var told in Chunk()) yield return told;
                chunk.Clear();
                yield return happened;
            }
            else chunk.Add(happened);
        }
        foreach (var told in Chunk()) yield return told;

        IEnumerable<JsonObject> Chunk() => chunk.Where(told => told["notes"] is not null).Concat(chunk.Where(told => told["notes"] is null)).ToList();
    }
}
