using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Tests.Running;

namespace GuidanceBot.Protocol.Tests.Connector;

/// <summary>Each call's method, path, body and answer.</summary>
public sealed class ConnectorClientTests
{
    private const string Conversation = "/teams/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_goes_to_the_activity_it_replies_to_with_the_bots_token()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        var sent = await fixture.ReplyAsync();

        var call = await fixture.Channel.NextAsync();
        Assert.Equal("sent-1", sent.Id);
        Assert.Equal(("POST", Conversation + "/activities/17000", "Bearer bot-token-1"), (call.Method, call.Target, call.Authorization));
        Assert.Equal(("17000", "hello", "markdown"), ((string?)call.Json["replyToId"], call.Text, (string?)call.Json["textFormat"]));
    }

    [Fact]
    public async Task A_first_message_goes_to_the_conversation()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        await fixture.Client.SendActivityAsync(fixture.Reference.ForNewMessage(), OutgoingActivity.Typing, Token);

        var call = await fixture.Channel.NextAsync();
        Assert.Equal(("POST", Conversation + "/activities", "typing"), (call.Method, call.Target, (string?)call.Json["type"]));
        Assert.Null(call.Json["replyToId"]);
    }

    [Fact]
    public async Task What_is_for_one_person_goes_by_the_way_that_only_they_see()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        await fixture.Client.SendActivityAsync(fixture.Reference, OutgoingActivity.Message("for you") with { OnlyForUser = true }, Token);

        var call = await fixture.Channel.NextAsync();
        Assert.Equal(("POST", Conversation + "/activities?isTargetedActivity=true"), (call.Method, call.Target));
        Assert.Equal("29:person", (string?)call.Json["recipient"]!["id"]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public async Task A_channel_that_has_no_such_way_gets_it_for_all(int status)
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(status, """{"error":{"code":"BadArgument","message":"no"}}""");

        await fixture.Client.SendActivityAsync(
            fixture.Reference with { OnlyForUser = true }, OutgoingActivity.FromWritten("""{"type":"message","text":"for you"}"""u8.ToArray()), Token);

        await fixture.Channel.NextAsync();
        Assert.Equal(Conversation + "/activities/17000", (await fixture.Channel.NextAsync()).Target);
    }

    [Fact]
    public async Task What_may_have_been_seen_by_one_is_not_shown_to_all()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(502);

        await Assert.ThrowsAsync<ConnectorException>(
            () => fixture.Client.SendActivityAsync(fixture.Reference with { OnlyForUser = true }, OutgoingActivity.Message("for you"), Token));

        await fixture.Channel.NextAsync();
        Assert.Equal(0, fixture.Channel.Unread);
    }

    [Fact]
    public async Task An_update_and_a_deletion_name_what_was_sent()
    {
        await using var fixture = await ConnectorFixture.StartAsync();

        await fixture.UpdateAsync();
        await fixture.Client.DeleteActivityAsync(fixture.Reference, "sent-1", Token);

        var (update, delete) = (await fixture.Channel.NextAsync(), await fixture.Channel.NextAsync());
        Assert.Equal(("PUT", Conversation + "/activities/sent-1", "hello"), (update.Method, update.Target, update.Text));
        Assert.Equal(("DELETE", Conversation + "/activities/sent-1", ""), (delete.Method, delete.Target, delete.Body));
    }

    [Theory]
    [InlineData(200, """{"id":"x"}""", "x")]
    [InlineData(201, """{"before":{"id":"no"},"id":"x","after":1}""", "x")]
    [InlineData(202, "", "")]
    [InlineData(202, "{}", "")]
    [InlineData(200, """{"id":null}""", "")]
    [InlineData(200, "[1]", "")]
    [InlineData(200, "<html>", "")]
    public async Task An_answer_may_be_anything_and_the_message_counts_as_sent(int status, string body, string id)
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(status, body);

        Assert.Equal(id, (await fixture.ReplyAsync()).Id);
    }

    [Fact]
    public async Task A_personal_chat_is_begun()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(201, """{"id":"a:new"}""");

        var begun = await fixture.Client.CreateConversationAsync(fixture.Reference, ConversationParameters.Personal("29:person", "tenant-1"), Token);

        var call = await fixture.Channel.NextAsync();
        Assert.Equal(new ConversationResourceResponse("a:new", null), begun);
        Assert.Equal(("POST", "/teams/v3/conversations"), (call.Method, call.Target));
        Assert.Equal(
            """{"isGroup":false,"tenantId":"tenant-1","bot":{"id":"28:bot"},"members":[{"id":"29:person"}],"channelData":{"tenant":{"id":"tenant-1"}}}""",
            call.Body);
    }

    [Fact]
    public async Task A_thread_in_a_channel_is_begun_with_its_first_message()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(201, """{"id":"19:c;messageid=5","activityId":"5"}""");
        var wanted = ConversationParameters.InChannel("19:c@thread.tacv2", OutgoingActivity.Message("first"), "tenant-1");

        var begun = await fixture.Client.CreateConversationAsync(fixture.Reference, wanted, Token);

        var call = await fixture.Channel.NextAsync();
        Assert.Equal(new ConversationResourceResponse("19:c;messageid=5", "5"), begun);
        Assert.Equal("19:c@thread.tacv2", (string?)call.Json["channelData"]!["channel"]!["id"]);
        Assert.Equal("first", (string?)call.Json["activity"]!["text"]);
        Assert.True((bool?)call.Json["isGroup"]);
    }

    [Fact]
    public async Task Members_are_read()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(200, """[{"id":"29:a","name":"A","email":"a@example.org","newField":1}]""");
        fixture.Channel.AnswerNext(200, """{"id":"29:a","userPrincipalName":"a@example.org"}""");
        fixture.Channel.AnswerNext(404, """{"error":{"code":"MemberNotFoundInConversation","message":"no"}}""");
        fixture.Channel.AnswerNext(200, """{"members":[{"id":"29:a"},{"id":"29:b"}],"continuationToken":"next+page"}""");
        fixture.Channel.AnswerNext(200, """{"members":[]}""");

        var all = await fixture.Client.GetConversationMembersAsync(fixture.Reference, Token);
        var one = await fixture.Client.GetConversationMemberAsync(fixture.Reference, "29:a", Token);
        var none = await fixture.Client.GetConversationMemberAsync(fixture.Reference, "29:z", Token);
        var page = await fixture.Client.GetConversationPagedMembersAsync(fixture.Reference, 50, null, Token);
        var last = await fixture.Client.GetConversationPagedMembersAsync(fixture.Reference, 500, page.ContinuationToken, Token);

        Assert.Equal("a@example.org", Assert.Single(all).Email);
        Assert.Equal("a@example.org", one!.UserPrincipalName);
        Assert.Null(none);
        Assert.Equal((2, 0, null), (page.Members.Count, last.Members.Count, last.ContinuationToken));
        string[] targets = [.. await TargetsAsync(fixture.Channel, 5)];
        Assert.Equal(
            [
                $"{Conversation}/members",
                $"{Conversation}/members/29%3Aa",
                $"{Conversation}/members/29%3Az",
                $"{Conversation}/pagedmembers?pageSize=50",
                $"{Conversation}/pagedmembers?pageSize=500&continuationToken=next%2Bpage",
            ],
            targets);
    }

    [Theory]
    [InlineData("http://connector.example/", true, "plain http elsewhere")]
    [InlineData("https://connector.example/", false, "an address that no token proved")]
    [InlineData("ftp://127.0.0.1/", true, "another scheme")]
    [InlineData("https://user@connector.example/", true, "user info")]
    [InlineData("file:///etc/passwd", true, "a file")]
    [InlineData("http://169.254.169.254/", true, "a cloud's metadata service")]
    public async Task Nothing_is_sent_to_an_address_that_is_not_trusted(string serviceUrl, bool proven, string because)
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        var reference = fixture.Reference with { ServiceUrl = serviceUrl, ServiceUrlProven = proven };

        var fault = await Record.ExceptionAsync(() => fixture.Client.SendActivityAsync(reference, OutgoingActivity.Typing, Token));

        Assert.True(fault is InvalidOperationException, because);
        Assert.Equal(0, fixture.Channel.TokensIssued);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        await using var elsewhere = await Channel.StartAsync();
        fixture.Channel.AnswerNext(307, location: elsewhere.ServiceUrl);

        var refused = await Assert.ThrowsAsync<ConnectorException>(fixture.ReplyAsync);

        Assert.Equal((307, 0), ((int)refused.StatusCode!, elsewhere.Unread));
    }

    [Fact]
    public async Task A_fault_says_the_channels_code_and_none_of_its_words()
    {
        await using var fixture = await ConnectorFixture.StartAsync();
        fixture.Channel.AnswerNext(403, """{"error":{"code":"BotNotInConversationRoster","message":"Private Name is not here"}}""");
        fixture.Channel.AnswerNext(413, "<html>too large</html>");
        fixture.Channel.AnswerNext(400, """{"error":{"code":"Private Name <x>"}}""");

        var gone = await Assert.ThrowsAsync<ConnectorException>(fixture.ReplyAsync);
        var large = await Assert.ThrowsAsync<ConnectorException>(fixture.ReplyAsync);
        var odd = await Assert.ThrowsAsync<ConnectorException>(fixture.ReplyAsync);

        Assert.Equal(("The channel answered 403 BotNotInConversationRoster.", true), (gone.Message, gone.ConversationIsGone));
        Assert.Equal(("The channel answered 413.", false), (large.Message, large.ConversationIsGone));
        Assert.Null(odd.ErrorCode);
    }

    private static async Task<List<string>> TargetsAsync(Channel channel, int count)
    {
        var targets = new List<string>();
        while (targets.Count < count)
        {
            targets.Add((await channel.NextAsync()).Target);
        }

        return targets;
    }
}
