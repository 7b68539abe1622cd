using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>The part of a bot that turns updates away: those that were taken before, and those of people who send too many.</summary>
public sealed partial class ShopBot<TDesk>
{
    /// <summary>Who is banned now because he sent too much, the youngest ban first (vpn:S-11).</summary>
    public Task<IReadOnlyList<Ban>> Bans(CancellationToken ct) => _gate.Bans(id, ct);

    /// <summary>Ends a ban before its time; the person is counted anew. Other nodes hear of it within milliseconds.</summary>
    /// <returns>False when he is not banned.</returns>
    public async Task<bool> Lift(string chat, CancellationToken ct) => await _commit.Run(new ChatKey(id, chat), (_, state, _, _) =>
    {
        var stage = new Stage(state);
        return Task.FromResult(_gate.Lift(new ChatKey(id, chat), stage) ? stage : null);
    }, ct) is not null;

    /// <summary>The same for an owner who asked for it in a turn of his own. A ban that has ended meanwhile has ended.</summary>
    private Task Lift(ClaimedJob job, CancellationToken ct)
    {
        var chat = job.Chat ?? throw new InvalidOperationException($"The job {job.Key} belongs to no chat.");
        return End(chat, (tx, stop) => Jobs.Finish(tx, job, stop), (turn, _) => Task.FromResult(_gate.Lift(chat, turn.Stage)), ct);
    }

    /// <summary>Null for an update that is to be heard; else the turn that takes its place, which may be none at all.</summary>
    private Away? IsTurnedAway(ChatKey chat, ChatState state, Hearing hearing, out Tempo? tempo)
    {
        tempo = state.Tempo;
        hearing.Ruling = null;
        if (state.HasSeen(hearing.Update.Id)) return new Away(null);
        (hearing.Ruling, tempo) = _gate.Judge(state, hearing.Update);
        return hearing.Ruling switch
        {
            Ruling.Accepted => null,
            Ruling.Bans => new Away(_gate.Ban(chat, state.Remember(hearing.Update.Id), tempo!)),
            _ => new Away(null),
        };
    }

    private sealed record Away(Stage? Turn);

    /// <summary>What has become of one update so far, however often its turn was begun.</summary>
    private sealed class Hearing(Inbound update)
    {
        public Inbound Update => update;

        public Stage? Begun { get; set; }

        public Ruling? Ruling { get; set; }

        public Stage? Rejected()
        {
            Ruling = Lavka.Bot.Ruling.Rejected;
            return null;
        }
    }
}
