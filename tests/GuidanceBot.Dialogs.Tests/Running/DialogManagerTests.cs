using System.Text.Json;
using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Running;

public sealed class DialogManagerTests
{
    private const string Name = """{ "$kind": "Microsoft.TextInput", "property": "user.name", "prompt": "Name?" }""";

    [Fact]
    public async Task A_turn_gives_replies_state_and_where_the_conversation_stands()
    {
        var conversation = Conversation.Doing($$"""{{Name}}, { "$kind": "Microsoft.EndDialog", "value": "=user.name" }""");

        Assert.Equal(["Name?"], await conversation.SayAsync("hi"));
        Assert.Equal(DialogTurnStatus.Waiting, conversation.Last!.Status);

        Assert.Empty(await conversation.SayAsync("Robin"));
        Assert.Equal(DialogTurnStatus.Complete, conversation.Last.Status);
        Assert.Equal("Robin", conversation.Last.Result);
        Assert.Equal("""{"v":1,"user":{"name":"Robin"}}""", conversation.StateText);
    }

    [Fact]
    public async Task The_state_of_a_waiting_conversation_is_small_and_readable()
    {
        var conversation = Conversation.Doing(Name);

        await conversation.SayAsync("hi");

        Assert.Equal(
            """
            {"v":1,"stack":[{"dialog":"#main","version":"?","plan":[{"do":"ActionScope0","stack":[
            {"dialog":"ActionScope0","state":{"offset":0}},
            {"dialog":"TextInput1","state":{"turnCount":1,"value":null}}]}]}]}
            """.ReplaceLineEndings(""),
            Regex.Replace(conversation.StateText, "\"version\":\"[0-9a-f]{12}\"", "\"version\":\"?\""));
    }

    [Fact]
    public async Task A_cancelled_conversation_begins_again()
    {
        var conversation = Conversation.Doing("""{ "$kind": "Microsoft.SendActivity", "activity": "bye" }, { "$kind": "Microsoft.CancelAllDialogs" }""");

        await conversation.SayAsync("hi");

        Assert.Equal(DialogTurnStatus.Cancelled, conversation.Last!.Status);
        Assert.Equal(["bye"], await conversation.SayAsync("hi"));
    }

    [Fact]
    public async Task An_error_that_nothing_answers_is_thrown_with_what_was_sent_and_where_it_happened()
    {
        var conversation = Conversation.Doing(
            """{ "$kind": "Microsoft.SendActivity", "activity": "so far" }, { "$kind": "Microsoft.SetProperty", "property": "nowhere.x", "value": 1 }""");

        var fault = await Assert.ThrowsAsync<DialogException>(() => conversation.SayAsync("hi"));

        Assert.StartsWith("'nowhere.x' does not match memory scopes:", fault.Message, StringComparison.Ordinal);
        Assert.Equal("so far", Assert.Single(fault.Activities)["text"]);
        Assert.Equal("SetProperty[=`nowhere.x`]", fault.ActiveDialog);
        Assert.Equal("main", fault.Parent);
        Assert.Empty(conversation.State);
    }

    [Fact]
    public async Task A_condition_that_cannot_be_evaluated_is_an_error_and_not_a_no()
    {
        var conversation = Conversation.Doing(
            """{ "$kind": "Microsoft.IfCondition", "condition": "formatNumber(user.nothing, 2)", "actions": [] }""");

        await Assert.ThrowsAsync<DialogException>(() => conversation.SayAsync("hi"));
    }

    [Fact]
    public async Task The_host_answers_what_content_asks_of_the_world()
    {
        var asked = new List<HostRequest>();
        var options = new DialogManagerOptions
        {
            Host = (request, _) =>
            {
                asked.Add(request);
                return ValueTask.FromResult<object>(request is HostMembersRequest
                    ? new List<object?> { new DialogObject { ["name"] = "Robin" } }
                    : new HostHttpResponse(200, "OK", [], "plain"));
            },
        };
        var conversation = Conversation.Doing(
            """
            { "$kind": "Microsoft.GetConversationMembers", "property": "$members" },
            { "$kind": "Microsoft.GetActivityMembers", "property": "$here" },
            { "$kind": "Microsoft.HttpRequest", "method": "GET", "url": "https://example.org", "resultProperty": "$r" },
            { "$kind": "Microsoft.ContinueConversationLater", "date": "2999-01-01", "value": 1 },
            { "$kind": "Microsoft.SendActivity", "activity": "${$members[0].name} ${$r.content}" }
            """,
            options);

        Assert.Equal(["Robin plain"], await conversation.SayAsync("hi"));
        Assert.Equal(
            [typeof(HostMembersRequest), typeof(HostMembersRequest), typeof(HostHttpRequest), typeof(HostContinueRequest)],
            asked.Select(request => request.GetType()));
        Assert.Equal("m1", ((HostMembersRequest)asked[1]).ActivityId);
    }

    [Fact]
    public async Task Content_that_asks_the_world_of_a_host_that_does_not_answer_is_an_error()
    {
        var conversation = Conversation.Doing("""{ "$kind": "Microsoft.GetConversationMembers", "property": "$members" }""");

        var fault = await Assert.ThrowsAsync<DialogException>(() => conversation.SayAsync("hi"));

        Assert.Contains("HostMembersRequest", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_and_telemetry_go_to_the_host()
    {
        var told = new List<string>();
        var conversation = Conversation.Doing(
            """
            { "$kind": "Microsoft.LogAction", "text": "one ${1 + 1}" },
            { "$kind": "Microsoft.TelemetryTrackEventAction", "eventName": "seen", "properties": { "n": "=1" } }
            """,
            new DialogManagerOptions { Log = told.Add, TrackEvent = (name, properties) => told.Add($"{name} {properties["n"]}") });

        await conversation.SayAsync("hi");

        Assert.Equal(["one 2", "seen 1"], told);
    }

    [Fact]
    public async Task Many_conversations_run_at_once_on_one_manager()
    {
        var manager = Conversation.ManagerOf(
            $$"""{ "$kind": "Microsoft.AdaptiveDialog", "triggers": [ { "$kind": "Microsoft.OnBeginDialog", "actions": [ {{Name}}, { "$kind": "Microsoft.SendActivity", "activity": "Hello ${user.name}" } ] } ] }""");

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
        {
            var conversation = new Conversation(manager);
            await conversation.SayAsync("hi");
            return (await conversation.SayAsync($"person {number}")).Single();
        })));

        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"Hello person {number}"), replies);
    }

    public static TheoryData<string, string> BadStates => new()
    {
        { "{", "not JSON" },
        { """{"v":2}""", "another form" },
        { """{"v":1,"user":{"a":}}""", "broken inside" },
    };

    [Theory]
    [MemberData(nameof(BadStates))]
    public async Task A_state_that_cannot_be_read_is_refused(string state, string because)
    {
        var conversation = Conversation.Doing(Name);
        conversation.State = System.Text.Encoding.UTF8.GetBytes(state);

        var fault = await Record.ExceptionAsync(() => conversation.SayAsync("hi"));

        Assert.True(fault is DialogException or JsonException, because);
    }

    [Fact]
    public void Content_that_is_wrong_does_not_run()
    {
        var fault = Assert.Throws<ContentException>(() => new ResourceExplorer().Load("missing"));

        Assert.Equal(ContentErrorCodes.DanglingReference, Assert.Single(fault.Errors).Code);
    }
}
