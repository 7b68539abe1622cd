using System.Text;
using Lavka.Shops.Shipping;
using Lavka.Talk;

namespace Lavka.Bench.Dialogs;

/// <summary>
/// <c>dialog</c>: a turn of the 18 questions with JSON both ways, and the same form as a grammY conversation, in turns on the same machine.
/// The target is 50 microseconds a turn, whatever was typed before and however old the chat is.
/// </summary>
internal static class DialogBenchmark
{
    private const int Rounds = 3;
    private const int WarmUp = 2_000;
    private const int Forms = 2_000;
    private const int PeerForms = 300;
    private const int Repeated = 5_000;
    private const int InTheMiddle = 14;

    private static readonly int[] Wrong = [1, 100, 10_000];
    private static readonly int[] PeerWrong = [1, 100, 1_000];
    private static readonly int[] Orders = [10, 10_000];
    private static readonly int[] PeerOrders = [10, 100];

    public static async Task<int> Run(Report report, CancellationToken ct)
    {
        report.Say($"{Machine.Describe()}, {await PeerPackages.Install(ct)}");
        _ = Filled(WarmUp);
        List<Figures> ours = [];
        List<PeerFigures> theirs = [];
        for (var round = 1; round <= Rounds; round++)
        {
            ours.Add(Filled(Forms));
            theirs.Add(await Peer.Run(PeerForms, PeerWrong, PeerOrders, ct));
            report.Say($"round {round}, load {Machine.Load()}: {ours[^1]}; grammY {theirs[^1].Forms}");
        }
        report.Head("a turn of the form", "Lavka", "grammY", "ratio");
        Row("median, us", ours.Select(one => one.P50), theirs.Select(one => one.Forms.P50));
        Row("mean, us", ours.Select(one => one.Mean), theirs.Select(one => one.Forms.Mean));
        Row("processor time, us", ours.Select(one => one.Cpu), theirs.Select(one => one.Forms.Cpu));
        report.Say($"Lavka, the turn: {ours[^1]}");
        report.Say($"Lavka, only the dialog with its JSON both ways: {Stepped(Forms)}");
        report.Head("question 15 after so many wrong answers", "median, us", "state, bytes");
        foreach (var count in Wrong) Tell($"Lavka, {count}", AfterWrong(count));
        foreach (var place in theirs[^1].Wrong) Tell($"grammY, {place.Count}", place);
        report.Head("question 15 of so many orders in one chat", "median, us", "state, bytes");
        foreach (var count in Orders) Tell($"Lavka, {count}", InOrder(count));
        foreach (var place in theirs[^1].Orders) Tell($"grammY, {place.Count}", place);
        return 0;

        // The medians of both, and the median of their ratio, round by round: it holds when the machine's speed drifts.
        void Row(string what, IEnumerable<double> mine, IEnumerable<double> others)
        {
            var pairs = mine.Zip(others).ToList();
            report.Row($"{what}", $"{Report.Median(pairs.Select(pair => pair.First)):0.0}", $"{Report.Median(pairs.Select(pair => pair.Second)):0}", $"1 : {Report.Median(pairs.Select(pair => pair.Second / pair.First)):0}");
        }

        void Tell(string what, PeerFigures.Place place) => report.Row($"{what}", $"{place.P50:0.0}", $"{place.Bytes:N0}");
    }

    /// <summary>The whole form again and again, every answer timed.</summary>
    private static Figures Filled(int forms)
    {
        var turns = new FormTurns();
        return Figures.Of(forms * FormTurns.Answers.Count, i =>
        {
            var question = i % FormTurns.Answers.Count;
            if (question == 0) turns.Open();
            turns.Say(FormTurns.Answers[question]);
        });
    }

    /// <summary>The same answers without chat, stage and messages.</summary>
    private static Figures Stepped(int forms)
    {
        var turns = new FormTurns();
        List<string> dialogs = [DialogState.Open(OrderDialog.DialogName, "d1").ToJson()];
        foreach (var answer in FormTurns.Answers) dialogs.Add(turns.Stepped(dialogs[^1], answer));
        return Figures.Of(forms * FormTurns.Answers.Count, i => turns.Stepped(dialogs[i % FormTurns.Answers.Count], FormTurns.Answers[i % FormTurns.Answers.Count]));
    }

    private static PeerFigures.Place AfterWrong(int count)
    {
        var turns = new FormTurns();
        turns.Open();
        turns.Fill(InTheMiddle);
        for (var i = 0; i < count; i++) turns.Say("a lot");
        return Here(turns, count, "a lot");
    }

    private static PeerFigures.Place InOrder(int count)
    {
        var turns = new FormTurns();
        for (var order = 1; order < count; order++)
        {
            turns.Open();
            turns.Fill(FormTurns.Answers.Count);
        }
        turns.Open();
        turns.Fill(InTheMiddle);
        return Here(turns, count, FormTurns.Answers[InTheMiddle]);
    }

    private static PeerFigures.Place Here(FormTurns turns, int count, string text) =>
        new(count, Figures.Of(Repeated, _ => turns.Turned(text)).P50, Encoding.UTF8.GetByteCount(turns.Chat));

}
