using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Host.Tests.Conversations;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Teams;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Host.Tests.Exports;

/// <summary>A document in Teams: asked first, made again when allowed, kept nowhere between.</summary>
public sealed class FileConsentsTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    private const string Store = "https://contoso-my.sharepoint.com/personal/somebody/upload";

    [Fact]
    public async Task In_a_personal_chat_the_person_is_asked_and_then_the_file_is_put_into_their_OneDrive()
    {
        var (conversation, reply) = await RecordAsync();
        var store = new OneDrive(HttpStatusCode.Created);
        var consents = Consents(store);

        var card = Assert.Single(Assert.Single(consents.Offer(reply, Message(ConversationTypes.Personal))).Attachments);
        Assert.Equal(FileCards.ConsentType, card.ContentType);
        Assert.EndsWith(".docx", card.Name, StringComparison.Ordinal);
        Assert.True((int)card.Content!["sizeInBytes"]! > 1000);

        var sent = await AnswerAsync(consents, conversation, "accept", card.Content["acceptContext"]!, Store);
        Assert.Equal(FileCards.InfoType, Assert.Single(sent.Attachments).ContentType);
        Assert.Equal("PK"u8.ToArray(), store.Taken![..2]);
    }

    [Fact]
    public async Task A_page_for_parents_is_two_files_and_each_is_its_own()
    {
        var (conversation, _) = await RecordAsync();
        var reply = await SayAsync("parent leaflet", conversation);
        var store = new OneDrive(HttpStatusCode.Created);
        var consents = Consents(store);

        var cards = consents.Offer(reply, Message(ConversationTypes.Personal)).Select(offer => offer.Attachments.Single()).ToArray();
        Assert.Equal(2, cards.Length);
        await AnswerAsync(consents, conversation, "accept", cards[1].Content!["acceptContext"]!, Store);

        Assert.StartsWith("# ", System.Text.Encoding.UTF8.GetString(store.Taken!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declined_nothing_is_sent_anywhere()
    {
        var (conversation, reply) = await RecordAsync();
        var store = new OneDrive(HttpStatusCode.Created);
        var consents = Consents(store);
        var context = consents.Offer(reply, Message(ConversationTypes.Personal)).Single().Attachments.Single().Content!["declineContext"]!;

        var sent = await AnswerAsync(consents, conversation, "decline", context, Store);

        Assert.Contains("keep no copy", sent.Text, StringComparison.Ordinal);
        Assert.Null(store.Taken);
    }

    [Theory]
    [InlineData("https://evil.example/upload")]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData(null)]
    public async Task An_address_that_is_not_Microsofts_gets_nothing(string? address)
    {
        var (conversation, reply) = await RecordAsync();
        var store = new OneDrive(HttpStatusCode.Created);
        var consents = Consents(store);
        var context = consents.Offer(reply, Message(ConversationTypes.Personal)).Single().Attachments.Single().Content!["acceptContext"]!;

        var sent = await AnswerAsync(consents, conversation, "accept", context, address);

        Assert.Contains("did not take the file", sent.Text, StringComparison.Ordinal);
        Assert.Null(store.Taken);
    }

    [Fact]
    public async Task Forgotten_answers_make_no_file()
    {
        var (conversation, reply) = await RecordAsync();
        var store = new OneDrive(HttpStatusCode.Created);
        var consents = Consents(store);
        var context = consents.Offer(reply, Message(ConversationTypes.Personal)).Single().Attachments.Single().Content!["acceptContext"]!;
        await SayAsync("forget this", conversation);

        var sent = await AnswerAsync(consents, conversation, "accept", context, Store);

        Assert.Contains("no longer hold", sent.Text, StringComparison.Ordinal);
        Assert.Null(store.Taken);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"pathway":"../../etc","format":"Word","number":0}""")]
    [InlineData("""{"pathway":"co-sleeping","format":"99","number":0}""")]
    [InlineData("""{"pathway":"co-sleeping","format":"Word","number":7}""")]
    [InlineData("""{"pathway":"co-sleeping","format":"Word","number":"-1"}""")]
    public async Task What_comes_back_is_not_trusted(string context)
    {
        var (conversation, _) = await RecordAsync();
        var store = new OneDrive(HttpStatusCode.Created);

        var sent = await AnswerAsync(Consents(store), conversation, "accept", JsonNode.Parse(context)!, Store);

        Assert.Contains("no longer hold", sent.Text, StringComparison.Ordinal);
        Assert.Null(store.Taken);
    }

    [Theory]
    [InlineData(ConversationTypes.GroupChat)]
    [InlineData(ConversationTypes.Channel)]
    public async Task Among_others_no_file_is_offered(string type)
    {
        var (_, reply) = await RecordAsync();

        var offer = Assert.Single(Consents(new OneDrive(HttpStatusCode.Created)).Offer(reply, Message(type)));

        Assert.Empty(offer.Attachments);
        Assert.Contains("between you and me", offer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Elsewhere_than_in_Teams_the_file_comes_with_the_message()
    {
        var (_, reply) = await RecordAsync();

        var offer = Assert.Single(Consents(new OneDrive(HttpStatusCode.Created)).Offer(reply, Message(null) with { ChannelId = "webchat" }));

        Assert.StartsWith("data:application/vnd.openxmlformats", Assert.Single(offer.Attachments).ContentUrl, StringComparison.Ordinal);
    }

    private FileConsents Consents(OneDrive store) => new(program.Get<HandedOver>(), new FileUploads(new HttpClient(store)), program.Get<BotWording>());

    private async Task<(Conversation Conversation, Reply Reply)> RecordAsync()
    {
        var conversation = new Conversation();
        await SayAsync("co-sleeping assessment", conversation);
        await SayAsync("both parents", conversation);
        return (conversation, await SayAsync("word document", conversation));
    }

    private static async Task<OutgoingActivity> AnswerAsync(FileConsents consents, Conversation conversation, string action, JsonNode context, string? uploadUrl)
    {
        var value = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = action,
            ["context"] = context.DeepClone(),
            ["uploadInfo"] = new JsonObject
            {
                ["contentUrl"] = "https://contoso-my.sharepoint.com/personal/somebody/a.docx",
                ["name"] = "a.docx",
                ["uploadUrl"] = uploadUrl,
                ["uniqueId"] = "id",
                ["fileType"] = "docx",
            },
        };
        var said = new Said();
        var invoke = Message(ConversationTypes.Personal) with { Type = ActivityTypes.Invoke, Name = InvokeNames.FileConsent, Value = JsonSerializer.SerializeToElement(value) };

        var answer = await consents.AnswerAsync(new TurnContext(invoke, new ConversationReference(), said), conversation, TestContext.Current.CancellationToken);

        Assert.Equal(200, answer.Status);
        return Assert.Single(said.Sent);
    }

    private static Activity Message(string? type) => new()
    {
        Type = ActivityTypes.Message,
        ChannelId = Channels.Teams,
        Conversation = new ConversationAccount { Id = "a:1", ConversationType = type },
    };

    private ValueTask<Reply> SayAsync(string text, Conversation conversation) =>
        program.Turn.ReplyToAsync(text, conversation, TestContext.Current.CancellationToken);

    private sealed class Said : IReplyChannel
    {
        public List<OutgoingActivity> Sent { get; } = [];

        public bool CanUpdate => false;

        public Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken)
        {
            Sent.Add(activity);
            return Task.FromResult(ResourceResponse.WithoutId);
        }

        public Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task DeleteAsync(string activityId, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class OneDrive(HttpStatusCode answer) : HttpMessageHandler
    {
        public byte[]? Taken { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Taken = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return new HttpResponseMessage(answer);
        }
    }
}
