using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Lavka.Channels.Telegram;
using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;
using Wire = Lavka.Commerce.OxaPay.Wire;

namespace Lavka.Pure.Hostile;

/// <summary>Whatever comes from outside is read or refused, at once and without an exception. <see cref="Asked"/> says how to go on for longer.</summary>
[Covers("faults:F32")]
public sealed class ParserFuzzTests
{
    private const string Key = "merchant-key";

    /// <summary>The promise is one second; a machine that builds three other things at the same time stands still for longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[] Buttons = ["d1.abcdefg.=CA", "d1.abcdefg.u1234567", "d1.abcdefg.pnext", "d1.abcdefg.s", "order/42", "/order/42", "/menu", "", "d1..=", "....", "d1.abcdefg.w=name"];

    public static TheoryData<int> Seeds { get; } = [.. Asked.Seeds(4)];

    [Theory, MemberData(nameof(Seeds))]
    public void an_update_is_understood_or_unreadable(int seed) => Each(seed, mutant =>
    {
        var update = mutant.Of(Recorded.Updates(1));

        var reading = TelegramUpdate.Read(update, Now);

        TelegramUpdate.Read(update, Now).ToString().ShouldBe(reading.ToString());
        if (reading is Reading.Understood { Update.What: Happening.Wrote wrote }) IsWhole(wrote.Text);
    });

    [Theory, MemberData(nameof(Seeds))]
    public void a_notification_with_the_right_signature_never_says_an_amount_that_cannot_be(int seed) => Each(seed, mutant =>
    {
        var body = mutant.Of(Recorded.Notifications);
        var signature = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Key), body));

        var notification = Wire.ReadNotification(signature, body, Key);

        notification.ShouldNotBeOfType<Notification.Forged>();
        if (notification is Notification.Verified { Observation.Value: { } value }) value.Minor.ShouldBeInRange(0, 100_000_000_000_000_000);
    });

    [Theory, MemberData(nameof(Seeds))]
    public void a_notification_with_any_other_signature_is_forged(int seed) => Each(seed, mutant =>
    {
        var body = mutant.Of(Recorded.Notifications);
        var right = Convert.ToHexStringLower(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Key), body));
        var wrong = mutant.Text(right);

        // Hexadecimal digits are the same in both cases.
        var isRight = string.Equals(wrong, right, StringComparison.OrdinalIgnoreCase);
        (Wire.ReadNotification(wrong, body, Key) is Notification.Forged).ShouldBe(!isRight, wrong);
    });

    [Theory, MemberData(nameof(Seeds))]
    public void an_answer_of_the_payment_provider_becomes_one_of_the_known_results(int seed) => Each(seed, mutant =>
    {
        var data = $$$"""{"data":{{{Encoding.UTF8.GetString(mutant.Of(Recorded.Notifications))}}},"status":200,"payment_url":"https://pay","expired_at":1734546589}""";

        Wire.ReadInquiry(HttpStatusCode.OK, data).ShouldNotBeNull();
        Wire.ReadInvoice(HttpStatusCode.OK, data).ShouldNotBeNull();
    });

    [Theory, MemberData(nameof(Seeds))]
    public void the_data_of_a_button_is_a_move_a_route_or_nothing_and_what_is_a_move_is_written_again_as_it_was(int seed) => Each(seed, mutant =>
    {
        foreach (var button in Buttons)
        {
            var data = mutant.Text(button);
            var move = TapCode.Read(data);
            Route.Read(data);
            if (move is { } read && Encoding.UTF8.GetByteCount(data) <= 64) read.Tap.ToString().ShouldNotBeNull();
        }
    });

    private static void Each(int seed, Action<Mutant> attempt)
    {
        // The first one is compiled meanwhile.
        attempt(new Mutant(seed));
        var mutant = new Mutant(seed);
        for (var step = 0; step < Asked.Steps(500); step++)
        {
            var began = Stopwatch.GetTimestamp();
            attempt(mutant);
            Stopwatch.GetElapsedTime(began).ShouldBeLessThan(Longest, $"Step {step} of seed {seed}");
        }
    }

    private static void IsWhole(string text)
    {
        text.ShouldNotContain('\0');
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ShouldBe(text, "No half of a character is left.");
    }
}
