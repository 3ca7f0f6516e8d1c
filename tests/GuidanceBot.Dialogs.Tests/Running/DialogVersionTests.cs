namespace GuidanceBot.Dialogs.Tests.Running;

/// <summary>A conversation goes on although its dialog was changed meanwhile: it is told, and answers are kept.</summary>
public sealed class DialogVersionTests
{
    private const string Name = """{ "$kind": "Microsoft.TextInput", "property": "$name", "prompt": "Name?" }""";
    private const string Age = """{ "$kind": "Microsoft.NumberInput", "property": "$age", "prompt": "Age?" }""";
    private const string Town = """{ "$kind": "Microsoft.TextInput", "property": "$town", "prompt": "Town?" }""";
    private const string Sum = """{ "$kind": "Microsoft.SendActivity", "activity": "${$name}, ${$town}, ${$age}" }""";

    [Fact]
    public async Task The_same_dialog_goes_on_after_a_restart()
    {
        var before = Conversation.Doing($"{Name}, {Age}, {Sum}");
        await before.SayAsync("hi");

        var after = Conversation.Doing($"{Name}, {Age}, {Sum}");
        after.State = before.State;

        Assert.Equal(["Age?"], await after.SayAsync("Robin"));
        Assert.Empty(after.Last!.ChangedDialogs);
    }

    [Fact]
    public async Task A_changed_dialog_is_told_and_begins_again_with_the_answers_it_has()
    {
        var before = Conversation.Doing($"{Name}, {Age}, {Sum}");
        await before.SayAsync("hi");
        await before.SayAsync("Robin");

        var after = Conversation.Doing($"{Name}, {Town}, {Age}, {Sum}");
        after.State = before.State;

        Assert.Equal(["Town?"], await after.SayAsync("41"));
        Assert.Equal(["main"], after.Last!.ChangedDialogs);
        Assert.Equal(["Age?"], await after.SayAsync("Derby"));
        Assert.Equal(["Robin, Derby, 41"], await after.SayAsync("41"));
        Assert.Empty(after.Last.ChangedDialogs);
    }

    [Fact]
    public async Task A_dialog_can_answer_its_change_itself()
    {
        const string versionChanged =
            """{ "$kind": "Microsoft.OnDialogEvent", "event": "versionChanged", "actions": [ { "$kind": "Microsoft.SendActivity", "activity": "I have changed." } ] }""";
        var before = Conversation.Doing(Name);
        await before.SayAsync("hi");

        var after = Conversation.With(
            $$"""{ "$kind": "Microsoft.AdaptiveDialog", "triggers": [ {{versionChanged}}, { "$kind": "Microsoft.OnBeginDialog", "actions": [ {{Town}} ] } ] }""");
        after.State = before.State;

        Assert.Equal(["I have changed."], await after.SayAsync("Robin"));
    }

    [Fact]
    public async Task A_dialog_that_is_no_longer_there_is_told_and_the_root_begins()
    {
        var before = Conversation.Doing($$"""{ "$kind": "Microsoft.BeginDialog", "dialog": { "$kind": "Microsoft.AdaptiveDialog", "id": "gone", "triggers": [ { "$kind": "Microsoft.OnBeginDialog", "actions": [ {{Name}} ] } ] } }""");
        await before.SayAsync("hi");

        var after = Conversation.Doing(Town);
        after.State = before.State;

        Assert.Equal(["Town?"], await after.SayAsync("Robin"));
        Assert.Contains("main", after.Last!.ChangedDialogs);
    }
}
