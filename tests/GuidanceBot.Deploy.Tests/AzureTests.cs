using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using GuidanceBot.Tests;

namespace GuidanceBot.Deploy.Tests;

/// <summary>The Azure template, compiled by Bicep itself against Azure's own types. It is not deployed here.</summary>
public sealed class AzureTests
{
    private static readonly string Bicep = typeof(AzureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Bicep").Value!;

    [Fact]
    public async Task It_compiles_without_a_warning()
    {
        var (_, said) = await CompileAsync();

        Assert.Empty(said);
    }

    [Fact]
    public async Task The_database_has_no_public_address_the_bot_no_secret_and_two_replicas()
    {
        var (template, _) = await CompileAsync();
        using var json = JsonDocument.Parse(template);
        var resources = json.RootElement.GetProperty("resources").EnumerateArray().ToLookup(resource => resource.GetProperty("type").GetString());

        Assert.True(resources["Microsoft.DBforPostgreSQL/flexibleServers"].Single().GetProperty("properties").GetProperty("network").TryGetProperty("delegatedSubnetResourceId", out _));
        Assert.Equal("UserAssignedMSI", resources["Microsoft.BotService/botServices"].Single().GetProperty("properties").GetProperty("msaAppType").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("parameters").GetProperty("minReplicas").GetProperty("minValue").GetInt32());
        Assert.All(json.RootElement.GetProperty("parameters").EnumerateObject().Where(parameter => parameter.Name is "databasePassword" or "keyCertificate"),
            parameter => Assert.Equal("securestring", parameter.Value.GetProperty("type").GetString()));
    }

    private static async Task<(string Template, string Said)> CompileAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The Bicep compiler that the packages bring is for Linux on x64.");
        var start = new ProcessStartInfo(Bicep, ["build", Path.Combine(Repository.Root, "deploy", "azure", "main.bicep"), "--stdout"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bicep = Process.Start(start)!;
        var said = bicep.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var template = await bicep.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bicep.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (template, await said);
    }
}
