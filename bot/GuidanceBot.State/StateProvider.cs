namespace GuidanceBot.State;

/// <summary>What keeps the state.</summary>
public enum StateProvider
{
    /// <summary>A file of this machine: one program, nothing to install.</summary>
    Sqlite,

    /// <summary>A PostgreSQL database, shared by any number of replicas.</summary>
    PostgreSql,

    /// <summary>This process only; gone when it ends. The same code as the others, with nothing on disk.</summary>
    Memory,
}
