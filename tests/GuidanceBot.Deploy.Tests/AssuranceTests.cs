using System.Text.RegularExpressions;
using GuidanceBot.Tests;

namespace GuidanceBot.Deploy.Tests;

/// <summary>The assurance documents name the tests that hold their controls; a control that nothing holds any more is a failure here.</summary>
public sealed partial class AssuranceTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "deploy", "assurance");

    private static readonly Lazy<HashSet<string>> Tests = new(() =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
           from method in TestMethod().Matches(File.ReadAllText(file))
           select $"{Path.GetFileNameWithoutExtension(file)}.{method.Groups["name"].Value}",
    ]);

    public static TheoryData<string> Documents => [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Hazards =>
        [.. File.ReadAllText(Path.Combine(Folder, "hazard-log.md")).Split("\n## ")[1..]];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_test_that_a_document_names_is_there(string document)
    {
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Folder, document))).Select(match => match.Groups["name"].Value);

        Assert.Empty(named.Except(Tests.Value));
    }

    [Theory]
    [MemberData(nameof(Hazards))]
    public void Every_hazard_has_harm_a_risk_and_a_control_that_a_test_holds(string hazard)
    {
        Assert.Contains("**Harm:**", hazard, StringComparison.Ordinal);
        Assert.Contains(" → ", hazard, StringComparison.Ordinal);
        Assert.Matches(TestName(), hazard);
    }

    [Fact]
    public void Nobody_is_said_to_have_signed()
    {
        Assert.Contains("No Clinical Safety Officer has signed", File.ReadAllText(Path.Combine(Folder, "clinical-safety-plan.md")), StringComparison.Ordinal);
        Assert.Contains("Nobody has signed them off", File.ReadAllText(Path.Combine(Folder, "README.md")), StringComparison.Ordinal);
    }

    /// <summary>In backticks: the class, a point, the test.</summary>
    [GeneratedRegex(@"`(?<name>\w+Tests\.\w+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\[(Fact|Theory)[^\]]*\]\s*(\[[^\n]*\]\s*|//[^\n]*\n\s*)*public (async )?\w+ (?<name>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex TestMethod();
}
