using System.Globalization;
using Lavka.Bot;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class ChatPaceTests
{
    private const int Burst = 20;

    private readonly FakeClock _clock = new();
    private readonly ChatPace _pace;

    public ChatPaceTests() => _pace = new ChatPace(Burst, _clock);

    [Fact]
    public void a_chat_gets_a_burst_and_then_one_a_second()
    {
        AtOnce("7").ShouldBe(Burst);
        _pace.Wait("7").ShouldBe(TimeSpan.FromSeconds(1));

        for (var second = 0; second < 10; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            AtOnce("7").ShouldBe(1);
        }
    }

    [Fact]
    public void a_burst_of_one_chat_takes_nothing_from_another()
    {
        AtOnce("7");

        AtOnce("8").ShouldBe(Burst);
    }

    [Fact]
    public void a_quiet_chat_gets_its_whole_burst_again_and_never_more()
    {
        AtOnce("7");
        _clock.Advance(TimeSpan.FromSeconds(Burst / 2));
        AtOnce("7").ShouldBe(Burst / 2);

        _clock.Advance(TimeSpan.FromHours(1));

        AtOnce("7").ShouldBe(Burst);
    }

    [Fact]
    public void messages_beyond_the_burst_make_the_next_one_wait_longer()
    {
        _pace.Add("7", Burst + 9);

        _pace.Wait("7").ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void a_group_gets_twenty_in_any_minute()
    {
        AtOnce("-100").ShouldBe(20);
        _pace.Wait("-100").ShouldBe(TimeSpan.FromMinutes(1));
        _clock.Advance(TimeSpan.FromSeconds(59));
        AtOnce("-100").ShouldBe(0);

        _clock.Advance(TimeSpan.FromSeconds(1));

        AtOnce("-100").ShouldBe(20);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    public void a_chat_that_has_its_whole_allowance_again_is_forgotten(string sign)
    {
        for (var chat = 1; chat <= 100_000; chat++)
        {
            _pace.Add(sign + chat.ToString(CultureInfo.InvariantCulture), 1);
            _clock.Advance(TimeSpan.FromSeconds(0.1));
        }

        _pace.Count.ShouldBeLessThanOrEqualTo(1200);
    }

    [Fact]
    public void a_chat_that_is_still_waited_for_is_not_forgotten_among_many_others()
    {
        AtOnce("7");
        for (var chat = 100; chat < 10_000; chat++) _pace.Add(chat.ToString(CultureInfo.InvariantCulture), 1);

        _pace.Wait("7").ShouldBe(TimeSpan.FromSeconds(1));
    }

    private int AtOnce(string chat)
    {
        var messages = 0;
        for (; _pace.Wait(chat) == TimeSpan.Zero; messages++) _pace.Add(chat, 1);
        return messages;
    }
}
