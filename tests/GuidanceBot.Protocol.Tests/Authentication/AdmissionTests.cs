using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Tests.Running;

namespace GuidanceBot.Protocol.Tests.Authentication;

/// <summary>Who gets in: good tokens, the right tenants, and programs on this machine only when that is switched on.</summary>
public sealed class AdmissionTests
{
    [Theory]
    [InlineData("/", "", "Teams ends its URL with a slash, the token need not")]
    [InlineData("", "/", "and the other way round")]
    public async Task A_good_token_gets_in_whichever_has_the_slash(string saidEnd, string claimedEnd, string because)
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        await using var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), Some.Echo);
        var url = channel.ServiceUrl.TrimEnd('/');

        using var response = await bot.PostAsync(Some.Message(url + saidEnd), issuer.Token(url.ToUpperInvariant() + claimedEnd));

        Assert.True(response.StatusCode == HttpStatusCode.Accepted, because);
        Assert.Equal("Bearer bot-token-1", (await channel.NextAsync()).Authorization);
    }

    public static TheoryData<string?, string?, string?, string?, int, string> Tenants => new()
    {
        { "tenant-1", null, "tenant-1", "tenant-1", 202, "it is on the list" },
        { "TENANT-1", null, "tenant-1", "tenant-1", 202, "ids have no case" },
        { "tenant-2", null, "tenant-1", "tenant-1", 403, "another is on the list" },
        { "tenant-1", null, "tenant-1", "tenant-2", 403, "it names two, and one is not on the list" },
        { "tenant-1", null, "tenant-2", "tenant-1", 403, "it names two, the other way round" },
        { "tenant-1", null, null, "tenant-1", 202, "the conversation alone names it" },
        { "tenant-1", null, null, null, 403, "there is a list, and it names none" },
        { null, "00000000-0000-0000-0000-00000000000a", "tenant-1", "tenant-1", 403, "a single-tenant bot answers its own tenant" },
        { null, "00000000-0000-0000-0000-00000000000a", null, null, 202, "and channels that have no tenants" },
        { null, null, "tenant-9", "tenant-9", 202, "a multi-tenant bot without a list answers all" },
    };

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task A_tenant_gets_in_when_it_is_allowed(string? allowed, string? own, string? said, string? conversation, int status, string because)
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        var settings = RunningBot.Settings(issuer, channel);
        settings["Bot:AllowedTenants:0"] = allowed;
        settings["Bot:TenantId"] = own;
        Drop(settings);
        await using var bot = await RunningBot.StartAsync(settings, (_, _) => Task.CompletedTask);
        var message = Some.Message(channel.ServiceUrl);
        message["channelData"] = said is null ? null : new JsonObject { ["tenant"] = new JsonObject { ["id"] = said } };
        message["conversation"]!["tenantId"] = conversation;

        using var response = await bot.PostAsync(message, issuer.Token(channel.ServiceUrl));

        Assert.True((int)response.StatusCode == status, $"{response.StatusCode}, but {because}");
    }

    [Fact]
    public async Task Without_configuration_nobody_gets_in()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var bot = await RunningBot.StartAsync([], (_, _) => throw new InvalidOperationException());
        var message = Some.Message("http://127.0.0.1:1/");

        using var without = await bot.PostAsync(message);
        using var with = await bot.PostAsync(message, issuer.Token("http://127.0.0.1:1/"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, with.StatusCode));
    }

    [Fact]
    public async Task A_program_on_this_machine_gets_in_when_that_is_switched_on_and_gets_no_token()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        var settings = RunningBot.Settings(issuer, channel);
        settings["Bot:DangerouslyAllowUnauthenticatedLoopback"] = "true";
        await using var bot = await RunningBot.StartAsync(settings, Some.Echo);

        using var response = await bot.PostAsync(Some.Message(channel.ServiceUrl));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal(("", 0), ((await channel.NextAsync()).Authorization, channel.TokensIssued));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", null, null, "the replies would go elsewhere")]
    [InlineData("http://127.0.0.1.evil.example/", null, null, "a name that looks like this machine")]
    [InlineData("http://127.0.0.1@evil.example/", null, null, "user info that looks like this machine")]
    [InlineData("http://127.0.0.1/", "X-Forwarded-For", "203.0.113.9", "a proxy stands between")]
    [InlineData("http://127.0.0.1/", "Forwarded", "for=203.0.113.9", "a proxy stands between")]
    [InlineData("http://127.0.0.1/", "Host", "rebound.example", "a page in a browser may have rebound its name")]
    [InlineData("http://127.0.0.1/", "Authorization", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA", "a token, if there is one, is checked")]
    public async Task The_switch_lets_in_nothing_else(string serviceUrl, string? header, string? value, string because)
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Loopback, (_, _) => throw new InvalidOperationException());
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Some.Message(serviceUrl).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var response = await bot.SendAsync(request);

        Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{response.StatusCode}, but {because}");
    }

    private static void Drop(Dictionary<string, string?> settings)
    {
        foreach (var unset in settings.Where(setting => setting.Value is null).Select(setting => setting.Key).ToArray())
        {
            settings.Remove(unset);
        }
    }
}
