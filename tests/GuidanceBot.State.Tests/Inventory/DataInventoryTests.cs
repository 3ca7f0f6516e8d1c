using System.Globalization;
using System.Text;
using GuidanceBot.State.Model;
using GuidanceBot.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GuidanceBot.State.Tests.Inventory;

/// <summary>What the data protection assessment says is kept, held to the tables themselves.</summary>
/// <remarks>Set GUIDANCEBOT_WRITE_DOCS=1 to write the table anew; then read what changed.</remarks>
public sealed class DataInventoryTests
{
    private const string Begin = "<!-- tables -->\n";
    private const string End = "<!-- /tables -->";

    /// <summary>Which setting ends a table's rows; a new table must be added here, with a lifetime.</summary>
    private static readonly Dictionary<string, (string Holds, string? Lifetime)> Tables = new(StringComparer.Ordinal)
    {
        ["conversations"] = ("where a conversation stands; where to write to it", "Conversations, Addresses"),
        ["people"] = ("what a member of staff said of their work", "People"),
        ["drafts"] = ("a guided conversation that was begun and not finished", "Drafts"),
        ["activities"] = ("that an activity was dealt with, and its answer if that was in HTTP", "Activities"),
        ["outbox"] = ("replies not delivered yet; deleted when delivered", "Faults"),
        ["feedback"] = ("a thumb, a reason from a list", "Feedback"),
        ["shown"] = ("which passage was shown, in which edition", "Shown"),
        ["faults"] = ("records that could not be read", "Faults"),
        ["replicas"] = ("which programs are running", null),
        ["secrets"] = ("the store's own key for digests", null),
        ["data_protection_keys"] = ("keys that encrypt payloads (PostgreSQL)", null),
    };

    /// <summary>Texts that stand in the clear: each from the program or the guidance, never from a person.</summary>
    private static readonly HashSet<string> ClearTexts = new(StringComparer.Ordinal)
    {
        "drafts.name", "people.name", "secrets.name", "shown.passage", "shown.edition", "shown.status", "faults.kind",
        "data_protection_keys.friendly_name", "data_protection_keys.xml",
    };

    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "deploy", "assurance", "dpia.md");

    [Fact]
    public void The_assessment_lists_every_table_and_column_as_it_is()
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var generated = Generate();
        if (Environment.GetEnvironmentVariable("GUIDANCEBOT_WRITE_DOCS") is { Length: > 0 })
        {
            File.WriteAllText(Path, text[..begin] + generated + text[end..]);
            return;
        }

        Assert.Equal(generated, text[begin..end]);
    }

    [Fact]
    public void No_text_of_a_person_stands_in_the_clear()
    {
        var texts = from table in Model().GetEntityTypes()
                    from column in table.GetProperties()
                    where column.ClrType == typeof(string)
                    select $"{table.GetTableName()}.{column.GetColumnName()}";

        Assert.Equal(ClearTexts.Order(StringComparer.Ordinal), texts.Order(StringComparer.Ordinal));
    }

    private static string Generate()
    {
        var lines = new StringBuilder("| table | holds | digests | encrypted | in the clear | kept |\n|---|---|---|---|---|---|\n");
        foreach (var table in Model().GetEntityTypes().OrderBy(table => table.GetTableName(), StringComparer.Ordinal))
        {
            var (holds, lifetime) = Tables[table.GetTableName()!];
            var columns = table.GetProperties().ToLookup(KindOf, column => column.GetColumnName());
            lines.Append(CultureInfo.InvariantCulture, $"| {table.GetTableName()} | {holds} | {List(columns["digest"])} | {List(columns["encrypted"])} | {List(columns["clear"])} | {Kept(lifetime)} |\n");
        }

        return lines.ToString();
    }

    private static string KindOf(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return type == typeof(Guid) ? "digest" : type == typeof(byte[]) ? "encrypted" : "clear";
    }

    private static string Kept(string? settings) => settings is null
        ? "as long as the store"
        : string.Join(", ", settings.Split(", ").Select(name =>
            $"`{name}`: {((TimeSpan)typeof(StateLifetimes).GetProperty(name)!.GetValue(new StateLifetimes())!).TotalDays switch { 1 => "1 day", var days => $"{days:0} days" }}"));

    private static string List(IEnumerable<string> columns) => string.Join(", ", columns.Order(StringComparer.Ordinal));

    private static IModel Model()
    {
        using var context = new SqliteStateContext(new DbContextOptionsBuilder<SqliteStateContext>().UseSqlite("Data Source=unused.db").Options);
        return context.Model;
    }
}
