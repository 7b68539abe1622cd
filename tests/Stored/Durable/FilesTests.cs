using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class FilesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_file_comes_back_byte_for_byte()
    {
        await using var temp = await TempStore.Open();
        byte[] content = [.. Enumerable.Range(0, 300_000).Select(number => (byte)(number * 31))];
        var id = await temp.Store.Write((tx, ct) => Files.Keep(tx, content, "label.pdf", "application/pdf", ct), Ct);

        var file = await (await temp.Reopen()).Read((tx, ct) => Files.Load(tx, id, ct), Ct);

        file.ShouldNotBeNull();
        file.Content.ToArray().ShouldBe(content);
        (file.Id, file.Name, file.MediaType, file.AddedAt).ShouldBe((id, "label.pdf", "application/pdf", temp.Clock.GetUtcNow()));
        (await temp.Store.Read((tx, ct) => Files.Load(tx, "nothing", ct), Ct)).ShouldBeNull();
    }
}
