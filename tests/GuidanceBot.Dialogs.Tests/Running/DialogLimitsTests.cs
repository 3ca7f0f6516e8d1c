using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Tests.Running;

/// <summary>Each limit bites, and an OnError trigger cannot get around it.</summary>
public sealed class DialogLimitsTests
{
    private const string OnError = """{ "$kind": "Microsoft.OnError", "actions": [ { "$kind": "Microsoft.SendActivity", "activity": "caught" } ] }""";

    public static TheoryData<string, string, DialogLimits> Circles => new()
    {
        {
            """{ "id": "a", "$kind": "Microsoft.SetProperty", "property": "$x", "value": 1 }, { "$kind": "Microsoft.GotoAction", "actionId": "a" }""",
            "steps", new DialogLimits()
        },
        {
            """{ "$kind": "Microsoft.RepeatDialog", "allowLoop": true }""",
            "steps", new DialogLimits()
        },
        {
            """{ "$kind": "Microsoft.EmitEvent", "eventName": "again" }""",
            "steps", new DialogLimits()
        },
        {
            """{ "$kind": "Microsoft.BeginDialog", "dialog": "main" }""",
            "stack", new DialogLimits { StackDepth = 30 }
        },
        {
            """{ "id": "a", "$kind": "Microsoft.SendActivity", "activity": "x" }, { "$kind": "Microsoft.GotoAction", "actionId": "a" }""",
            "activities", new DialogLimits { ActivitiesPerTurn = 7 }
        },
        {
            """{ "id": "a", "$kind": "Microsoft.SendActivity", "activity": "a long text" }, { "$kind": "Microsoft.GotoAction", "actionId": "a" }""",
            "characters", new DialogLimits { CharactersPerTurn = 60 }
        },
        {
            """{ "$kind": "Microsoft.SetProperty", "property": "user.x", "value": "=replace('aaaaaaaaaa', 'a', 'bbbbbbbbbbbbbbbbbbbb')" }""",
            "bytes", new DialogLimits { StateBytes = 100 }
        },
    };

    [Theory]
    [MemberData(nameof(Circles))]
    public async Task A_limit_ends_the_turn(string actions, string named, DialogLimits limits)
    {
        var conversation = Conversation.With(
            $$"""
            { "$kind": "Microsoft.AdaptiveDialog", "triggers": [
              { "$kind": "Microsoft.OnBeginDialog", "actions": [ {{actions}} ] },
              { "$kind": "Microsoft.OnDialogEvent", "event": "again", "actions": [ {{actions}} ] },
              {{OnError}} ] }
            """,
            new DialogManagerOptions { Limits = limits });

        var fault = await Assert.ThrowsAsync<DialogLimitException>(() => conversation.SayAsync("hi"));

        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        Assert.True(fault.Activities.Count <= limits.ActivitiesPerTurn);
    }

    [Fact]
    public async Task An_error_in_what_answers_errors_ends_the_turn()
    {
        var conversation = Conversation.With(
            """
            { "$kind": "Microsoft.AdaptiveDialog", "triggers": [
              { "$kind": "Microsoft.OnBeginDialog", "actions": [ { "$kind": "Microsoft.ThrowException", "errorValue": "first" } ] },
              { "$kind": "Microsoft.OnError", "actions": [ { "$kind": "Microsoft.ThrowException", "errorValue": "second" } ] } ] }
            """);

        var fault = await Assert.ThrowsAsync<DialogException>(() => conversation.SayAsync("hi"));

        Assert.Equal("second", fault.Message);
    }

    [Fact]
    public async Task A_trigger_can_limit_how_often_it_answers_errors()
    {
        var conversation = Conversation.With(
            """
            { "$kind": "Microsoft.AdaptiveDialog", "triggers": [
              { "$kind": "Microsoft.OnBeginDialog", "actions": [ { "$kind": "Microsoft.ThrowException", "errorValue": "first" } ] },
              { "$kind": "Microsoft.OnError", "executionLimit": 2, "actions": [
                { "$kind": "Microsoft.SendActivity", "activity": "oh" }, { "$kind": "Microsoft.ThrowException", "errorValue": "again" } ] } ] }
            """);

        var fault = await Assert.ThrowsAsync<DialogException>(() => conversation.SayAsync("hi"));

        Assert.Equal(2, fault.Activities.Count);
    }

    [Fact]
    public async Task A_long_sequence_does_not_use_up_the_stack_of_the_thread()
    {
        var conversation = Conversation.Doing(
            """
            { "$kind": "Microsoft.SetProperty", "property": "$n", "value": 0 },
            { "id": "a", "$kind": "Microsoft.SetProperty", "property": "$n", "value": "=$n + 1" },
            { "$kind": "Microsoft.IfCondition", "condition": "$n < 50000", "actions": [ { "$kind": "Microsoft.GotoAction", "actionId": "a" } ] },
            { "$kind": "Microsoft.SendActivity", "activity": "${$n}" }
            """,
            new DialogManagerOptions { Limits = new DialogLimits { StepsPerTurn = 1_000_000 } });

        Assert.Equal(["50000"], await conversation.SayAsync("hi"));
    }
}
