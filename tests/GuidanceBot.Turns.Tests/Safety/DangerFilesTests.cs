using System.Text.RegularExpressions;
using GuidanceBot.Turns.Safety;
using GuidanceBot.Turns.Safety.UnsafeRequests;

namespace GuidanceBot.Turns.Tests.Safety;

/// <summary>What danger-signs.yaml and declined-requests.yaml name must exist, and what is wrong in them must be told.</summary>
public sealed partial class DangerFilesTests
{
    private const int MostWords = 66;

    private static readonly string Wording = File.ReadAllText(SafetyFiles.Wording);

    public static TheoryData<string> Templates =>
        [.. SafetyFiles.SafetyCheck.Templates.Concat(SafetyFiles.RequestCheck.Templates).Append("PersonalDataWarning").Distinct()];

    public static TheoryData<string> Contacts =>
        [.. SafetyFiles.SafetyCheck.Contacts.Concat(SafetyFiles.RequestCheck.Contacts).Distinct()];

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "kind: not-breathing, level: emergency", "kind: not-breathin, level: emergency", "is not a kind. Write one of: not-breathing" },
        { "level: urgent-same-day", "level: soon", "'soon' is not a level" },
        { "pathway: bruise", "pathway: bruises", "'bruises' is no pathway" },
        { "{blue} ..2 {lips}", "{bleu} ..2 {lips}", "There is no group 'bleu'" },
        { "{blue} ..2 {lips}", "{blue} ..99 {lips}", "is not a gap" },
        { "{blue} ..2 {lips}", "{blue} isn't {lips}", "Write lower-case letters without apostrophes" },
        { "{blue} ..2 {lips}", ".. {lips}", "must begin with a word" },
        { "    past: recent", "    pats: recent", "The key 'pats' is not known here" },
        { "hint-reply: EmergencyHint", "", "'hint-reply' is missing" },
        { "  contrast: [", "  contrasts: [", "The group 'contrast' is missing" },
        { "signs:\n", "signs: [\n", "not well-formed YAML" },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_reply_that_a_rule_names_is_worded_shortly(string template)
    {
        var text = TextOf(template);

        Assert.NotNull(text);
        Assert.InRange(text.Split([' ', '\n', '-', '*', '`'], StringSplitOptions.RemoveEmptyEntries).Length, 1, MostWords);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_reply_to_a_danger_begins_with_999_where_it_is_due(string template)
    {
        if (template.StartsWith("Emergency", StringComparison.Ordinal))
        {
            var text = TextOf(template)!;
            Assert.Contains("999", text[..text.IndexOf('\n', text.IndexOf("**", StringComparison.Ordinal))], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_wording_holds_no_telephone_number_but_the_three_digit_ones()
    {
        Assert.All(LongNumber().Matches(Wording), match => Assert.Fail($"'{match.Value}' belongs in contacts.yaml."));
    }

    [Theory]
    [MemberData(nameof(Contacts))]
    public void Every_contact_that_a_rule_names_is_in_contacts_yaml(string contact)
    {
        Assert.Contains($"id: {contact}\n", File.ReadAllText(SafetyFiles.Contacts), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_the_rules_stops_the_start_and_is_told_with_its_place(string right, string wrong, string told)
    {
        var text = File.ReadAllText(SafetyFiles.DangerSigns);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{right}' no longer stands in the file.");

        var loaded = SafetyCheck.Parse(string.Concat(text.AsSpan(0, at), wrong, text.AsSpan(at + right.Length)), "danger-signs.yaml");

        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Errors, error => error.Message.Contains(told, StringComparison.Ordinal) && error.Line > 0 && error.Column > 0);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told()
    {
        Assert.Equal("unreadable", Assert.Single(SafetyCheck.Load("nowhere/danger-signs.yaml").Errors).Code);
        Assert.Equal("unreadable", Assert.Single(RequestCheck.Load("nowhere/declined-requests.yaml").Errors).Code);
    }

    private static string? TextOf(string template)
    {
        var at = Wording.IndexOf($"\n# {template}\n", StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var lines = Wording[(at + 1)..].Split('\n').Skip(1).TakeWhile(line => !line.StartsWith("# ", StringComparison.Ordinal));
        return string.Join('\n', lines.Where(line => !line.StartsWith('>')));
    }

    [GeneratedRegex("[0-9][0-9 ]{4,}[0-9]", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
