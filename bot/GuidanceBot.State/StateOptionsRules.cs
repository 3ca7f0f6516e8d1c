using System.Data.Common;
using GuidanceBot.State.Shedding;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace GuidanceBot.State;

/// <summary>The rules that attributes can state; the compiler writes the checks.</summary>
[OptionsValidator]
internal sealed partial class StateOptionsAttributes : IValidateOptions<StateOptions>;

/// <summary>The rules that attributes can state; the compiler writes the checks.</summary>
[OptionsValidator]
internal sealed partial class LimitsOptionsAttributes : IValidateOptions<LimitsOptions>;

/// <summary>The rules they cannot: what goes with what. All faults are told at once, each with its remedy.</summary>
internal sealed class StateOptionsRules : IValidateOptions<StateOptions>
{
    public ValidateOptionsResult Validate(string? name, StateOptions options)
    {
        string?[] faults = [ConnectionString(options), Certificate(options), Lease(options)];
        string[] found = [.. faults.OfType<string>()];
        return found.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? ConnectionString(StateOptions options) => options switch
    {
        { Provider: StateProvider.PostgreSql, ConnectionString: null or "" } =>
            "State:ConnectionString is not set, and PostgreSql needs it. Set Host, Database, Username and Password.",
        { Provider: StateProvider.PostgreSql } when !Reads(() => new NpgsqlConnectionStringBuilder(options.ConnectionString)) =>
            "State:ConnectionString is not one of PostgreSQL. Write Host=…;Database=…;Username=…;Password=….",
        { Provider: StateProvider.Sqlite, ConnectionString: { } } when !Reads(() => new SqliteConnectionStringBuilder(options.ConnectionString)) =>
            "State:ConnectionString is not one of SQLite. Write Data Source= and a file.",
        _ => null,
    };

    private static bool Reads(Func<DbConnectionStringBuilder> read)
    {
        try
        {
            return read() is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? Certificate(StateOptions options) => options switch
    {
        { KeyCertificatePath: { } path } when !File.Exists(path) => $"State:KeyCertificatePath is '{path}', and there is no such file.",
        { KeyCertificatePath: null, KeyCertificatePassword: not null } =>
            "State:KeyCertificatePassword is set, but State:KeyCertificatePath is not.",
        { FormerKeyCertificatePath: { } path } when !File.Exists(path) => $"State:FormerKeyCertificatePath is '{path}', and there is no such file.",
        { FormerKeyCertificatePath: null, FormerKeyCertificatePassword: not null } =>
            "State:FormerKeyCertificatePassword is set, but State:FormerKeyCertificatePath is not.",
        _ => null,
    };

    private static string? Lease(StateOptions options) =>
        options.Outbox.FirstRetry > options.Outbox.LongestRetry
            ? "State:Outbox:FirstRetry is longer than State:Outbox:LongestRetry. Make it shorter."
            : null;
}
