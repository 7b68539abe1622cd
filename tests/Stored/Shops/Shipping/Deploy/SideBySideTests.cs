using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping.Deploy;

/// <summary>A rolling deploy: for a while the nodes of today's release and of the next one take the updates of the same people by chance, on one store.</summary>
public sealed class SideBySideTests
{
    private const int Customers = 40;

    /// <summary>So many updates of each person come while both releases are there.</summary>
    private const int Together = 25;

    private const int Most = 120;

    private static readonly Dictionary<string, string> Says = new()
    {
        ["company"] = "Acme", ["contents"] = "Books", ["postcode"] = "10001", ["zip"] = "10001", ["name"] = "Ann Lee", ["street"] = "1 Main St.", ["street2"] = "Suite 5",
        ["state"] = "NY", ["city"] = "New York", ["phone"] = "+12065550100", ["weight"] = "7", ["length"] = "15", ["width"] = "6", ["height"] = "8",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("shipping:A12", "faults:F16", "shipping:A04")]
    public async Task nobody_s_answer_goes_to_a_question_that_he_did_not_see_and_no_question_of_the_new_release_is_skipped()
    {
        await using var shop = await LabelShop.Open();
        var next = new NextRelease(await shop.Floor.Temp.Reopen());
        var skippedBefore = 0;

        await Task.WhenAll(Enumerable.Range(0, Customers).Select(async seed => Interlocked.Add(ref skippedBefore, await Fills(shop, next, seed))));

        skippedBefore.ShouldBeGreaterThan(Customers / 4, "Many were asked by one release what the other one had put behind something else.");
        (await shop.Floor.DeadLetters()).ShouldBeEmpty();
    }

    /// <summary>He answers what he was asked last, whoever asked it, to whichever release he reaches. Returns how often his answer met a question that he had not seen.</summary>
    private static async Task<int> Fills(LabelShop shop, NextRelease next, int seed)
    {
        var (random, chat, unseen) = (new Random(seed), FormattableString.Invariant($"{500 + seed}"), 0);
        var guest = shop.Floor.Guest(chat);
        foreach (var deed in new HalfFilled("at the first question", 0).Deeds) (await shop.Floor.Bot.Take(guest.Update(deed), Ct)).ShouldBe(Receipt.Taken);
        for (var update = 0; ; update++)
        {
            update.ShouldBeLessThan(Most, $"{chat} gets no further");
            var before = (await next.State(chat)).Dialog.ShouldNotBeNull();
            var asked = before.Asked.ShouldNotBeNull();
            var isNew = update >= Together || random.Next(2) == 1;
            if (asked == "review" && !isNew) continue;
            var happening = new Happening.Wrote(asked == "review" ? "Confirm" : Says[asked.Split('/')[1]]);
            if (isNew) await next.Hears(chat, happening);
            else (await shop.Floor.Bot.Take(guest.Update(happening), Ct)).ShouldBe(Receipt.Taken);
            if ((await next.State(chat)).Dialog is not { } after)
            {
                foreach (var key in NextOrderDialog.Keys.Where(key => key != "review"))
                    (before.Answers.ContainsKey(key) || before.Answers.ContainsKey(key.Replace("/postcode", "/zip", StringComparison.Ordinal))).ShouldBeTrue($"{chat} was never asked {key}");
                return unseen;
            }
            var isTaken = after.Answers.Count > before.Answers.Count;
            if (!isTaken) unseen++;
            foreach (var key in after.Answers.Keys.Except(before.Answers.Keys)) key.Replace("/postcode", "/zip", StringComparison.Ordinal).ShouldBe(asked.Replace("/postcode", "/zip", StringComparison.Ordinal), chat);
        }
    }
}
