using System.Text.Json;
using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Loading;

/// <summary>The table of kinds, what is generated from it and what is written about it.</summary>
public sealed partial class KindTableTests
{
    public static TheoryData<string> Kinds => [.. KindTable.Default.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_occurs_in_a_script(string kind)
    {
        Assert.Contains($"\"{kind}\"", Scripts.Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_is_in_the_readme(string kind) => Assert.Contains($"`{kind["Microsoft.".Length..]}`", Supported(), StringComparison.Ordinal);

    [Fact]
    public void The_readme_names_no_kind_that_is_not_there()
    {
        var named = Name().Matches(Supported()).Select(match => "Microsoft." + match.Groups[1].Value);

        Assert.DoesNotContain(named, name => KindTable.Default.Find(name) is null);
    }

    [Fact]
    public void The_readme_names_what_is_left_out_and_why()
    {
        foreach (var (name, reason) in KindTable.AllLeftOut)
        {
            Assert.Contains($"`{name["Microsoft.".Length..]}`", LeftOut(), StringComparison.Ordinal);
            Assert.NotEmpty(reason);
        }
    }

    [Fact]
    public void The_schema_has_every_kind_and_reads_as_JSON()
    {
        using var schema = JsonDocument.Parse(ValueJson.ToUtf8(DialogSchema.Generate()));

        var definitions = schema.RootElement.GetProperty("definitions");
        Assert.All(KindTable.Default.All, kind => Assert.True(definitions.TryGetProperty(kind.Name, out _), kind.Name));
    }

    [Fact]
    public void The_schema_says_what_a_kind_takes()
    {
        var definition = (DialogObject)((DialogObject)DialogSchema.Generate()["definitions"]!)["Microsoft.EditArray"]!;

        Assert.Equal("""["$kind","itemsProperty"]""", ValueText.Json(definition["required"]));
        Assert.Equal(
            ["$kind", "changeType", "disabled", "id", "itemsProperty", "resultProperty", "value"],
            ((DialogObject)definition["properties"]!).Select(property => property.Key).Order(StringComparer.Ordinal));
    }

    private static readonly Lazy<string> Scripts = new(() => string.Concat(Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "scripts"), "*.dialog")
        .Select(File.ReadAllText)));

    private static string Readme => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private static string Supported() => Readme.Split("## What is supported")[1].Split("## ")[0];

    private static string LeftOut() => Readme.Split("## What is left out")[1].Split("## ")[0];

    [GeneratedRegex(@"`([A-Z][A-Za-z.]+)`")]
    private static partial Regex Name();
}
