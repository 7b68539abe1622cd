using System.Text;
using Lavka.Talk;
using Shouldly;

namespace Lavka.Kit;

/// <summary>What holds for every view of every dialog, whatever the messenger: checked by <see cref="TestChat"/> after each step.</summary>
internal static class SightChecks
{
    private const int MostDataBytes = 64;
    private const int LongestPlaceholder = 64;

    public static void Check(DialogState state, View view)
    {
        DialogState.FromJson(state.ToJson()).ToJson().ShouldBe(state.ToJson(), "A state is the same after a reload.");
        foreach (var language in Enum.GetValues<Language>())
        {
            var message = view.In(language);
            message.Html.ShouldNotBeNullOrWhiteSpace();
            view.Body.Plain(language).Length.ShouldBeLessThanOrEqualTo(View.Longest, "A view fits into one message.");
            (message.AwaitsText && message.Wants is not null).ShouldBeFalse("A message has one markup.");
            if (message.AwaitsText) message.Rows.ShouldBeEmpty("A view that opens the keyboard has no buttons.");
            (message.Placeholder?.Length ?? 0).ShouldBeLessThanOrEqualTo(LongestPlaceholder);
            foreach (var key in message.Rows.SelectMany(row => row)) CheckKey(state, key);
        }
    }

    private static void CheckKey(DialogState state, Key key)
    {
        key.Label.ShouldNotBeNullOrWhiteSpace();
        if (key.Data is not { } data) return;
        Encoding.UTF8.GetByteCount(data).ShouldBeInRange(1, MostDataBytes, $"The data of the button \"{key.Label}\": {data}");
        TapCode.Read(data).ShouldNotBeNull().Dialog.ShouldBe(state.Id);
    }
}
