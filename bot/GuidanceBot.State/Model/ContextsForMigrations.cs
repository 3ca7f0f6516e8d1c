using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GuidanceBot.State.Model;

// Only `dotnet ef` makes these, to compare the tables with the migrations. It opens no database.

internal sealed class SqliteContextForMigrations : IDesignTimeDbContextFactory<SqliteStateContext>
{
    public SqliteStateContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStateContext>().UseSqlite("Data Source=unused.db").Options);
}

internal sealed class PostgreSqlContextForMigrations : IDesignTimeDbContextFactory<PostgreSqlStateContext>
{
    public PostgreSqlStateContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlStateContext>().UseNpgsql("Host=unused").Options);
}
