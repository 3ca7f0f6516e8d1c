using System.Xml.Linq;
using GuidanceBot.Tests;

namespace GuidanceBot.Host.Tests.Drawings;

/// <summary>The arrows drawn in README.md, checked. A new arrow is a decision: write it down, then change these tables.</summary>
public sealed class DependencyDirectionTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "bot/GuidanceBot.Protocol", [] },
        { "bot/GuidanceBot.Dialogs", [] },
        { "bot/GuidanceBot.Documents", [] },
        { "knowledge/GuidanceBot.Knowledge", [] },
        { "bot/GuidanceBot.Turns", ["GuidanceBot.Protocol", "GuidanceBot.Dialogs", "GuidanceBot.Documents", "GuidanceBot.Knowledge"] },
        { "bot/GuidanceBot.State", ["GuidanceBot.Turns"] },
        { "bot/GuidanceBot.Generation", ["GuidanceBot.Turns"] },
        { "bot/GuidanceBot.Host", ["GuidanceBot.Turns", "GuidanceBot.State", "GuidanceBot.Generation"] },
    };

    public static TheoryData<string, string[]> HeavyPackages => new()
    {
        { "GuidanceBot.Knowledge", ["Lucene.Net", "Lucene.Net.Analysis.Common", "Markdig", "YamlDotNet", "PdfPig", "AngleSharp"] },
        { "GuidanceBot.Documents", ["Hl7.Fhir.R4", "Ical.Net"] },
        { "GuidanceBot.Protocol", ["Microsoft.IdentityModel.Protocols.OpenIdConnect", "Microsoft.Identity.Client"] },
        { "GuidanceBot.State", ["Microsoft.EntityFrameworkCore.Sqlite", "Npgsql.EntityFrameworkCore.PostgreSQL", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore"] },
        { "GuidanceBot.Generation", ["Microsoft.SemanticKernel.Core", "Microsoft.Extensions.AI", "Microsoft.Extensions.AI.OpenAI", "Azure.AI.OpenAI", "OllamaSharp", "System.Numerics.Tensors"] },
        { "GuidanceBot.Host", ["System.CommandLine", "Spectre.Console", "OpenTelemetry.Extensions.Hosting", "Microsoft.Extensions.Compliance.Redaction"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_project_refers_only_to_those_below_it(string folder, string[] below)
    {
        var name = Path.GetFileName(folder);
        var refersTo = Project(folder).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Equal(below.Order(StringComparer.Ordinal), refersTo.Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Path.Combine(Repository.Root, folder, name + ".csproj")));
    }

    [Fact]
    public void Every_project_of_the_product_has_its_arrows_drawn()
    {
        var drawn = Arrows.Select(row => row.Data.Item1).Order(StringComparer.Ordinal);

        Assert.Equal(drawn, ProductFolders().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(HeavyPackages))]
    public void A_heavy_package_is_known_to_one_project_only(string project, string[] packages)
    {
        foreach (var package in packages)
        {
            var users = ProductFolders().Where(folder => Project(folder).Descendants("PackageReference")
                .Any(reference => reference.Attribute("Include")!.Value == package)).Select(Path.GetFileName);

            Assert.Equal([project], users);
        }
    }

    [Theory]
    [InlineData("Azure.Identity")]
    [InlineData("Microsoft.Extensions.Http.Resilience")]
    public void Only_the_two_that_call_out_know_how(string package)
    {
        var users = ProductFolders().Where(folder => Project(folder).Descendants("PackageReference")
            .Any(reference => reference.Attribute("Include")!.Value == package)).Select(Path.GetFileName);

        Assert.Equal(["GuidanceBot.Generation", "GuidanceBot.Protocol"], users.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Word_files_are_read_by_one_project_and_written_by_another()
    {
        var users = ProductFolders().Where(folder => Project(folder).Descendants("PackageReference")
            .Any(reference => reference.Attribute("Include")!.Value == "DocumentFormat.OpenXml")).Select(Path.GetFileName);

        Assert.Equal(["GuidanceBot.Documents", "GuidanceBot.Knowledge"], users.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_source_outside_its_project_names_a_heavy_package()
    {
        var homes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["using Lucene.Net"] = "GuidanceBot.Knowledge",
            ["using Markdig"] = "GuidanceBot.Knowledge",
            ["using YamlDotNet"] = "GuidanceBot.Knowledge",
            ["using Hl7.Fhir"] = "GuidanceBot.Documents",
            ["using Ical.Net"] = "GuidanceBot.Documents",
            ["using Microsoft.IdentityModel"] = "GuidanceBot.Protocol",
            ["using Microsoft.Extensions.AI"] = "GuidanceBot.Generation",
            ["using Microsoft.SemanticKernel"] = "GuidanceBot.Generation",
            ["using OllamaSharp"] = "GuidanceBot.Generation",
            ["using System.Numerics.Tensors"] = "GuidanceBot.Generation",
            ["using Spectre.Console"] = "GuidanceBot.Host",
            ["using System.CommandLine"] = "GuidanceBot.Host",
            ["using OpenTelemetry"] = "GuidanceBot.Host",
        };

        var strays = from folder in ProductFolders()
                     from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
                     from line in File.ReadLines(file)
                     from home in homes
                     where line.StartsWith(home.Key, StringComparison.Ordinal) && Path.GetFileName(folder) != home.Value
                     select $"{Path.GetRelativePath(Repository.Root, file)}: {line}";

        Assert.Empty(strays);
    }

    private static XDocument Project(string folder) =>
        XDocument.Load(Path.Combine(Repository.Root, folder, Path.GetFileName(folder) + ".csproj"));

    private static IEnumerable<string> ProductFolders() =>
        from top in new[] { "bot", "knowledge" }
        from folder in Directory.EnumerateDirectories(Path.Combine(Repository.Root, top), "GuidanceBot.*")
        select $"{top}/{Path.GetFileName(folder)}";
}
