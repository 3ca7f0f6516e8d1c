using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.TestScripts;

namespace GuidanceBot.Dialogs.Tests.TestScripts;

/// <summary>Plays every script in scripts/. To add a test, add a file there.</summary>
public sealed class ScriptTests
{
    private static readonly ResourceExplorer Resources = new ResourceExplorer().AddFolder(Path.Combine(AppContext.BaseDirectory, "scripts"));

    public static TheoryData<string> Scripts => [.. new TestScriptRunner(Resources).Scripts];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_bot_replies_as_the_script_says(string script)
    {
        var result = await new TestScriptRunner(Resources).RunAsync(script, TestContext.Current.CancellationToken);

        Assert.True(result.Passed, result.Reason);
    }

    [Fact]
    public void The_scripts_and_what_they_play_are_without_errors() => Assert.Empty(Resources.Check());

    [Fact]
    public async Task A_script_that_is_not_answered_as_it_says_fails_with_step_and_texts()
    {
        var resources = new ResourceExplorer().AddResource("wrong.test.dialog", """
            {
              "$kind": "Microsoft.Test.Script",
              "dialog": { "$kind": "Microsoft.AdaptiveDialog", "triggers": [
                { "$kind": "Microsoft.OnBeginDialog", "actions": [ { "$kind": "Microsoft.SendActivity", "activity": "tea" } ] } ] },
              "script": [
                { "$kind": "Microsoft.Test.UserSays", "text": "hi" },
                { "$kind": "Microsoft.Test.AssertReply", "text": "coffee" }
              ]
            }
            """);

        var result = await new TestScriptRunner(resources).RunAsync("wrong", TestContext.Current.CancellationToken);

        Assert.False(result.Passed);
        Assert.Equal("step 2: expected 'coffee', the bot said 'tea'", result.Reason);
    }

    [Fact]
    public async Task A_script_with_wrong_content_fails_with_all_its_errors()
    {
        var resources = new ResourceExplorer().AddResource("broken.test.dialog", """
            {
              "$kind": "Microsoft.Test.Script",
              "dialog": { "$kind": "Microsoft.AdaptiveDialog", "triggers": [ { "$kind": "Microsoft.OnBegin" } ] },
              "script": [ { "$kind": "Microsoft.Test.UserShouts" } ]
            }
            """);

        var result = await new TestScriptRunner(resources).RunAsync("broken", TestContext.Current.CancellationToken);

        Assert.False(result.Passed);
        Assert.Contains("OnBegin", result.Reason, StringComparison.Ordinal);
        Assert.Contains("UserShouts", result.Reason, StringComparison.Ordinal);
    }
}
