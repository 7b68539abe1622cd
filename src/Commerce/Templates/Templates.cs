using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>
/// The templates of the customer at this desk. A foreign one is not found, whatever its id (shipping:C10). Each change is one statement of the turn,
/// and what is read is read from the store (shipping:C13).
/// </summary>
public sealed class Templates(Desk desk)
{
    /// <summary>So many a customer may have (shipping:C08).</summary>
    public const int Most = 10;

    private const string Own = "from templates where customer = @customer";

    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<Template>> All(CancellationToken ct) =>
        Sql($"select id, name, details {Own} order by created_at, id").All(Read, ct);

    public Task<Template?> Find(TemplateId id, CancellationToken ct) =>
        Sql($"select id, name, details {Own} and id = @id", ("id", id.Value)).First(Read, ct);

    /// <summary>A new one: <see cref="Keeping.Kept"/>, <see cref="Keeping.NameTaken"/> or <see cref="Keeping.Full"/>.</summary>
    public async Task<Keeping> Add(string name, string details, CancellationToken ct)
    {
        var id = TemplateId.New();
        var added = await Sql($"""
            insert into templates (id, customer, name, name_key, details, created_at)
            select @id, @customer, @name, @key, @details, @now where (select count(*) {Own}) < @most
            on conflict (customer, name_key) do nothing
            """, ("id", id.Value), ("name", name), ("key", Template.Key(name)), ("details", details), ("now", desk.Now), ("most", Most)).Run(ct);
        if (added > 0) return new Keeping.Kept(id);
        return (await All(ct)).Any(template => template.IsCalled(name)) ? new Keeping.NameTaken() : new Keeping.Full();
    }

    /// <summary>Other details under the same name. False when there is no such template.</summary>
    public async Task<bool> Change(TemplateId id, string details, CancellationToken ct) =>
        await Sql("update templates set details = @details where customer = @customer and id = @id", ("id", id.Value), ("details", details)).Run(ct) > 0;

    /// <summary>Another name: <see cref="Keeping.Kept"/>, <see cref="Keeping.NameTaken"/> or <see cref="Keeping.Gone"/>.</summary>
    public async Task<Keeping> Rename(TemplateId id, string name, CancellationToken ct)
    {
        var renamed = await Sql($"""
            update templates set name = @name, name_key = @key
            where customer = @customer and id = @id and not exists (select 1 {Own} and name_key = @key and id <> @id)
            """, ("id", id.Value), ("name", name), ("key", Template.Key(name))).Run(ct);
        return renamed > 0 ? new Keeping.Kept(id) : await Find(id, ct) is null ? new Keeping.Gone() : new Keeping.NameTaken();
    }

    /// <summary>Deleting what is gone already does nothing.</summary>
    public Task Delete(TemplateId id, CancellationToken ct) =>
        Sql("delete from templates where customer = @customer and id = @id", ("id", id.Value)).Run(ct);

    private Statement Sql(string text, params ReadOnlySpan<(string, object?)> values) =>
        desk.Transaction.Sql(text, [.. values, ("customer", desk.Customer.Id.Value)]);

    private static Template Read(Row row) => new(new TemplateId(row.Text(0)), row.Text(1), row.Text(2));
}
