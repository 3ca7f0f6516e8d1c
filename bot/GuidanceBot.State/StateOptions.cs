using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State;

/// <summary>What is kept, where and for how long: the <c>State</c> section of the configuration.</summary>
/// <remarks>Checked at start; a name that is not here stops the start and is named.</remarks>
public sealed class StateOptions
{
    public const string Section = "State";

    /// <summary>What keeps the state.</summary>
    /// <value>Sqlite unless set.</value>
    public StateProvider Provider { get; set; } = StateProvider.Sqlite;

    /// <summary>
    /// Sqlite: <c>Data Source=</c> and a file, relative to the working folder. PostgreSql: <c>Host=…;Database=…;Username=…;Password=…</c>.
    /// Memory needs none. Keep a password in a secret store or in the environment (<c>State__ConnectionString</c>).
    /// </summary>
    /// <value>With Sqlite <c>Data Source=state/guidancebot.db</c> unless set; with PostgreSql it must be set.</value>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of the keys that the payloads are encrypted with. Replicas must share it.</summary>
    /// <value>
    /// With Sqlite a folder <c>keys</c> beside the file unless set. With PostgreSql, unless set, the keys are in the database: then
    /// set <see cref="KeyCertificatePath"/> too, or a copy of the database holds what opens it.
    /// </value>
    public string? KeyFolder { get; set; }

    /// <summary>A PFX or PEM file with a private key that encrypts those keys.</summary>
    /// <value>Not set unless set: the keys are protected by whoever may read the folder or the database.</value>
    public string? KeyCertificatePath { get; set; }

    /// <summary>The password of <see cref="KeyCertificatePath"/>, when it has one.</summary>
    public string? KeyCertificatePassword { get; set; }

    /// <summary>The certificate that <see cref="KeyCertificatePath"/> was before: keys that it encrypted are still read with it.</summary>
    /// <value>Not set unless set. Keep it for as long as the store lives.</value>
    public string? FormerKeyCertificatePath { get; set; }

    /// <summary>The password of <see cref="FormerKeyCertificatePath"/>, when it has one.</summary>
    public string? FormerKeyCertificatePassword { get; set; }

    /// <summary>How long a turn waits for a store that does not answer before the person is answered without memory.</summary>
    /// <value>0 s to 1 min; 8 s unless set, within the time the channel waits.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>How long each kind of record is kept.</summary>
    [ValidateObjectMembers]
    public StateLifetimes Lifetimes { get; set; } = new();

    /// <summary>How replies are delivered.</summary>
    [ValidateObjectMembers]
    public OutboxOptions Outbox { get; set; } = new();
}
