using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Protocol.Tests.Teams;

public sealed class FileUploadsTests
{
    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/a/_api/upload?guid=1", true)]
    [InlineData("https://contoso.sharepoint.us/x", true)]
    [InlineData("http://contoso-my.sharepoint.com/x", false)]
    [InlineData("https://contoso-my.sharepoint.com.evil.example/x", false)]
    [InlineData("https://evilsharepoint.com/x", false)]
    [InlineData("https://sharepoint.com@evil.example/x", false)]
    [InlineData("https://user@contoso.sharepoint.com/x", false)]
    [InlineData("https://contoso.sharepoint.com:8443/x", false)]
    [InlineData("https://127.0.0.1/x", false)]
    [InlineData("https://localhost/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/x", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Files_go_to_Microsofts_stores_only(string? address, bool trusted) => Assert.Equal(trusted, FileUploads.IsTrusted(address));

    [Fact]
    public async Task The_bytes_are_put_in_one_piece_without_a_token()
    {
        var store = new Store(HttpStatusCode.Created);

        Assert.True(await new FileUploads(new HttpClient(store)).UploadAsync("https://contoso-my.sharepoint.com/x", new byte[] { 1, 2, 3 }, TestContext.Current.CancellationToken));

        Assert.Equal([1, 2, 3], store.Taken);
        Assert.Equal("bytes 0-2/3", store.Range);
        Assert.False(store.HadToken);
    }

    [Fact]
    public async Task What_is_not_trusted_is_not_even_called()
    {
        var store = new Store(HttpStatusCode.Created);

        Assert.False(await new FileUploads(new HttpClient(store)).UploadAsync("https://evil.example/x", new byte[] { 1 }, TestContext.Current.CancellationToken));
        Assert.Null(store.Taken);
    }

    [Fact]
    public async Task A_store_that_refuses_is_told_as_such() =>
        Assert.False(await new FileUploads(new HttpClient(new Store(HttpStatusCode.Forbidden))).UploadAsync(
            "https://contoso-my.sharepoint.com/x", new byte[] { 1 }, TestContext.Current.CancellationToken));

    [Fact]
    public void The_consent_card_carries_what_comes_back_with_the_answer()
    {
        var card = FileCards.Consent("a.docx", "A record", 10, new JsonObject { ["format"] = "Word" });

        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", card.ContentType);
        Assert.Equal("""{"description":"A record","sizeInBytes":10,"acceptContext":{"format":"Word"},"declineContext":{"format":"Word"}}""", card.Content!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"fileUpload","action":"accept","context":{"format":"Word"},"uploadInfo":{"contentUrl":"c","name":"n","uploadUrl":"u","uniqueId":"i","fileType":"docx"}}""", true)]
    [InlineData("""{"type":"fileUpload","action":"decline","context":{"format":"Word"}}""", false)]
    public void The_answer_is_read(string value, bool accepted)
    {
        var consent = FileConsentValue.Read(JsonSerializer.Deserialize<JsonElement>(value))!;

        Assert.Equal(accepted, consent.IsAccepted);
        Assert.Equal(accepted ? "u" : null, consent.UploadInfo?.UploadUrl);
    }

    private sealed class Store(HttpStatusCode answer) : HttpMessageHandler
    {
        public byte[]? Taken { get; private set; }

        public string? Range { get; private set; }

        public bool HadToken { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Taken = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Range = request.Content.Headers.ContentRange?.ToString();
            HadToken = request.Headers.Authorization is not null;
            return new HttpResponseMessage(answer);
        }
    }
}
