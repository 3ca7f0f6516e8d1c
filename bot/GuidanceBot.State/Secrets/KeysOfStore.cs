using GuidanceBot.State.Database;
using GuidanceBot.State.Model;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GuidanceBot.State.Secrets;

/// <summary>Where the keys are kept: <see cref="StateOptions.KeyFolder"/>.</summary>
internal sealed class KeysOfStore(IOptions<StateOptions> options, IServiceProvider services, ILoggerFactory loggers)
    : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions management)
    {
        var state = options.Value;
        management.XmlRepository = StoreLocation.KeyFolder(state) is { } folder
            ? new FileSystemXmlRepository(Directory.CreateDirectory(folder), loggers)
            : state.Provider == StateProvider.PostgreSql
                ? new EntityFrameworkCoreXmlRepository<PostgreSqlStateContext>(services, loggers)
                : new EntityFrameworkCoreXmlRepository<SqliteStateContext>(services, loggers);

        if (state.KeyCertificatePath is null && state.Provider == StateProvider.PostgreSql && StoreLocation.KeyFolder(state) is null)
        {
            loggers.CreateLogger<KeysOfStore>().KeysInTheOpen();
        }
    }
}
