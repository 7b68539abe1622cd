namespace Lavka.Commerce;

/// <summary>
/// What the owner of this shop decided while it runs, as against its settings, which need a restart. Nothing is overwritten: every choice is kept with its time
/// (UTC) and the chat it came from. Who may choose is asked by the screen that offers it.
/// </summary>
public sealed class Choices(Desk desk)
{
    /// <summary>The latest choice; null when none was ever made.</summary>
    public Task<string?> Read(string name, CancellationToken ct) =>
        name == desk.Shop.Switch && desk.Brought is { Choice: var choice } ? Task.FromResult(choice)
        : desk.Transaction.Sql("select value from choices where shop = @shop and name = @name order by number desc limit 1",
            ("shop", desk.Shop.Id), ("name", name))
            .First(row => row.Text(0), ct);

    public Task Make(string name, string value, CancellationToken ct)
    {
        desk.Forget();
        return desk.Transaction.Sql("""
            insert into choices (shop, name, number, value, chosen_by, chosen_at)
            select @shop, @name, coalesce(max(number), 0) + 1, @value, @by, @now from choices where shop = @shop and name = @name
            """, ("shop", desk.Shop.Id), ("name", name), ("value", value), ("by", desk.Chat.ToString()), ("now", desk.Now)).Run(ct);
    }
}
