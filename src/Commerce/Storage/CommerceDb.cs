using Lavka.Durable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lavka.Commerce;

/// <summary>
/// Business data through EF Core, on the connection and in the transaction of a turn: what it saves is committed or rolled back with everything else.
/// The tables are made by Schema/*.sql; a test proves that this mapping agrees with them. The model is built at the first use, once per process and engine.
/// </summary>
public sealed class CommerceDb : DbContext
{
    private CommerceDb(DbContextOptions<CommerceDb> options) : base(options)
    {
    }

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Order> Orders => Set<Order>();

    /// <summary>Joins a transaction; it neither commits nor closes anything.</summary>
    public static CommerceDb Join(StoreTransaction tx)
    {
        var db = new CommerceDb(tx.Dialect.Engine is Engine.Postgres ? OnPostgres.Options : OnSqlite.Options);
        // Handed over in the options, the connection would get EF's SQL functions anew in every turn, and SQLite would prepare all its statements again.
        db.Database.SetDbConnection(tx.Connection);
        // A failed save fails the whole turn, so nothing needs to be rolled back half-way.
        db.Database.AutoSavepointsEnabled = false;
        db.Database.UseTransaction(tx.Inner);
        return db;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.Properties<Currency>().HaveConversion<CurrencyCode>();
        configurationBuilder.Properties<CustomerId>().HaveConversion<CustomerIdText>();
        configurationBuilder.Properties<PaymentId>().HaveConversion<PaymentIdText>();
        configurationBuilder.Properties<OrderId>().HaveConversion<OrderIdText>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>(row => row.ToTable("customers").HasKey(customer => customer.Id));
        modelBuilder.Entity<Identity>(row =>
        {
            row.ToTable("identities").HasKey(identity => new { identity.Bot, identity.Person });
            row.Property(identity => identity.CustomerId).HasColumnName("customer");
        });
        modelBuilder.Entity<Payment>(row =>
        {
            row.ToTable("payments").HasKey(payment => payment.Id);
            row.Property(payment => payment.CustomerId).HasColumnName("customer");
            row.Property(payment => payment.RequestedMinor).HasColumnName("requested");
            row.Property(payment => payment.CreditedMinor).HasColumnName("credited");
            row.Property(payment => payment.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<Order>(row =>
        {
            row.ToTable("orders").HasKey(order => order.Id);
            row.Property(order => order.CustomerId).HasColumnName("customer");
            row.Property(order => order.Version).IsConcurrencyToken();
        });
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null) property.SetColumnName(SnakeCase(property.Name));
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static class OnSqlite
    {
        public static readonly DbContextOptions<CommerceDb> Options = new DbContextOptionsBuilder<CommerceDb>().UseSqlite().Options;
    }

    private static class OnPostgres
    {
        public static readonly DbContextOptions<CommerceDb> Options = new DbContextOptionsBuilder<CommerceDb>().UseNpgsql().Options;
    }
}
