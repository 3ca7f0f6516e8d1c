using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GuidanceBot.State.Model;

/// <summary>The tables, the same for both databases. Each has its own migrations: see Migrations/README.md.</summary>
internal abstract class StateContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public const int MostNameCharacters = 100;

    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<ActivityRow> Activities => Set<ActivityRow>();

    public DbSet<ReplyRow> Outbox => Set<ReplyRow>();

    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();

    public DbSet<ShownRow> Shown => Set<ShownRow>();

    public DbSet<FaultRow> Faults => Set<FaultRow>();

    public DbSet<ReplicaRow> Replicas => Set<ReplicaRow>();

    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ConversationRow>(row =>
        {
            row.HasKey(r => r.Key);
            row.Property(r => r.Key).ValueGeneratedNever();
            row.HasIndex(r => r.Person);
            row.HasIndex(r => r.UsedAt);
            // Few rows at any time: what waits for delivery is found without reading the rest.
            row.HasIndex(r => r.DeliveringBy).HasFilter("enqueued > delivered").HasDatabaseName("ix_conversations_undelivered");
        });
        modelBuilder.Entity<PersonRow>(KeepOfPerson);
        modelBuilder.Entity<DraftRow>(KeepOfPerson);
        modelBuilder.Entity<ActivityRow>(row =>
        {
            row.HasKey(r => r.Key);
            row.Property(r => r.Key).ValueGeneratedNever();
            row.HasIndex(r => r.Conversation);
            row.HasIndex(r => r.At);
        });
        modelBuilder.Entity<ReplyRow>(row =>
        {
            row.ToTable("outbox").HasKey(r => new { r.Conversation, r.Number });
            row.HasIndex(r => r.GivenUpAt);
        });
        modelBuilder.Entity<FeedbackRow>(row => Keep(row, r => r.Id, r => r.Person, r => r.Conversation, r => r.At));
        modelBuilder.Entity<ShownRow>(row => Keep(row, r => r.Id, r => r.Person, r => r.Conversation, r => r.At));
        modelBuilder.Entity<FaultRow>(row =>
        {
            row.HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
            row.HasIndex(r => r.Key);
            row.HasIndex(r => r.At);
        });
        modelBuilder.Entity<ReplicaRow>().Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<SecretRow>().HasKey(r => r.Name);

        NameInSnakeCase(modelBuilder);
    }

    /// <summary>Times are milliseconds since 1970 in both databases: they compare alike, and SQLite can compare them at all.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    private static void KeepOfPerson<TRow>(EntityTypeBuilder<TRow> row)
        where TRow : PersonalRow
    {
        row.HasKey(r => new { r.Person, r.Name });
        row.Property(r => r.Name).HasMaxLength(MostNameCharacters);
        row.HasIndex(r => r.UsedAt);
    }

    private static void Keep<TRow>(
        EntityTypeBuilder<TRow> row,
        Expression<Func<TRow, Guid>> id,
        params Expression<Func<TRow, object?>>[] indexes)
        where TRow : class
    {
        row.Property(id).ValueGeneratedNever();
        foreach (var index in indexes)
        {
            row.HasIndex(index);
        }
    }

    private static void NameInSnakeCase(ModelBuilder modelBuilder)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            entity.SetTableName(JsonNamingPolicy.SnakeCaseLower.ConvertName(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
            }
        }
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}

/// <summary>The tables in SQLite.</summary>
internal sealed class SqliteStateContext(DbContextOptions<SqliteStateContext> options) : StateContext(options);

/// <summary>The tables in PostgreSQL.</summary>
internal sealed class PostgreSqlStateContext(DbContextOptions<PostgreSqlStateContext> options) : StateContext(options);
