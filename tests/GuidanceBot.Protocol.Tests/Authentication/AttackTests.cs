using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Tests.Running;

namespace GuidanceBot.Protocol.Tests.Authentication;

/// <summary>Everything an outsider may try, over HTTP, against a bot that otherwise works: refused, and nothing is done.</summary>
public sealed class AttackTests
{
    private static readonly long Now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A name for the attack, and how it forges a token from what it can know.</summary>
    internal static readonly Dictionary<string, Func<Issuer, string, string>> Forgeries = new()
    {
        ["expired"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "exp", Now - 301)),
        ["not yet valid"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "nbf", Now + 360)),
        ["no exp"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "exp", null)),
        ["wrong audience"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "aud", "99999999-2222-3333-4444-555555555555")),
        ["no audience"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "aud", null)),
        ["two audiences"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "aud", new JsonArray(Issuer.AppId, "other"))),
        ["wrong issuer"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")),
        ["no issuer"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "iss", null)),
        ["other cloud's issuer"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "iss", "https://api.botframework.us")),
        ["wrong serviceurl"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "serviceurl", "https://evil.example/")),
        ["serviceurl that begins alike"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "serviceurl", url + "more")),
        ["no serviceurl"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "serviceurl", null)),
        ["serviceurl not text"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "serviceurl", new JsonArray(url))),
        ["alg none"] = (_, url) => Issuer.Unsigned(new JsonObject { ["alg"] = "none", ["kid"] = "key-1" }, Issuer.Claims(url)) + ".",
        ["alg None"] = (_, url) => Issuer.Unsigned(new JsonObject { ["alg"] = "None", ["kid"] = "key-1" }, Issuer.Claims(url)) + ".",
        ["HS256 with the public key"] = (issuer, url) => Hs256(url, Encoding.ASCII.GetBytes(issuer.Key.ExportSubjectPublicKeyInfoPem())),
        ["HS256 with the modulus"] = (issuer, url) => Hs256(url, issuer.Key.ExportParameters(false).Modulus!),
        ["PS256 label on an RS256 signature"] = (issuer, url) => issuer.Sign(Label("alg", "PS256"), Issuer.Claims(url)),
        ["stripped signature"] = (issuer, url) => Strip(issuer.Token(url)) + ".",
        ["no signature part"] = (issuer, url) => Strip(issuer.Token(url)),
        ["changed after signing"] = (issuer, url) => Swap(issuer.Token(url), url),
        ["signature of another token"] = (issuer, url) => Strip(issuer.Token(url)) + "." + issuer.Token("http://127.0.0.1/").Split('.')[2],
        ["unknown key id"] = (issuer, url) => issuer.Token(url, kid: "key-9"),
        ["no key id"] = (issuer, url) => issuer.Sign(Label("kid", null), Issuer.Claims(url)),
        ["somebody else's key"] = (_, url) => SignedWithOwnKey(Issuer.Header(), url),
        ["somebody else's key, brought along"] = (_, url) => SignedWithOwnKey(Label("jku", "https://evil.example/keys"), url),
        ["the bot's own token"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "aud", "https://api.botframework.com")),
        ["five parts"] = (issuer, url) => issuer.Token(url) + ".a.b",
        ["not a token"] = (_, _) => "abc",
        ["not JSON"] = (_, _) => "YWJj.YWJj.YWJj",
        ["larger than any token"] = (issuer, url) => issuer.Sign(Issuer.Header(), With(url, "padding", new string('x', 20_000))),
        ["a space in it"] = (issuer, url) => issuer.Token(url) + " x",
        ["nothing"] = (_, _) => "",
    };

    public static TheoryData<string> ForgeryNames => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(ForgeryNames))]
    public async Task A_forged_token_is_refused_and_nothing_is_done(string attack)
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        var turns = 0;
        await using var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), (_, _) => Task.FromResult(++turns));

        using var response = await bot.PostAsync(Some.Message(channel.ServiceUrl), Forgeries[attack](issuer, channel.ServiceUrl));
        using var good = await bot.PostAsync(Expecting(Some.Message(channel.ServiceUrl)), issuer.Token(channel.ServiceUrl));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal((HttpStatusCode.OK, 1, 0), (good.StatusCode, turns, channel.Unread));
    }

    [Fact]
    public async Task A_request_without_a_token_is_refused()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        await using var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), Never);

        using var response = await bot.PostAsync(Some.Message(channel.ServiceUrl));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(0, issuer.Readings);
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("bearer bearer")]
    [InlineData("")]
    public async Task Another_scheme_is_refused(string scheme)
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        await using var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), Never);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = Json(Some.Message(channel.ServiceUrl)) };
        request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {issuer.Token(channel.ServiceUrl)}".Trim());

        using var response = await bot.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData(null, "the key vouches for nothing")]
    [InlineData("webchat", "the key vouches for another channel")]
    public async Task A_channel_that_the_key_does_not_vouch_for_is_refused(string? endorsed, string because)
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        issuer.Endorsements = endorsed is null ? null : [endorsed];
        await using var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), Never);

        using var response = await bot.PostAsync(Some.Message(channel.ServiceUrl), issuer.Token(channel.ServiceUrl));

        Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, because);
    }

    [Fact]
    public async Task An_activity_that_comes_again_is_acted_on_once()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        await using var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), Some.Echo);
        var (message, token) = (Some.Message(channel.ServiceUrl, "once"), issuer.Token(channel.ServiceUrl));

        for (var i = 0; i < 3; i++)
        {
            using var response = await bot.PostAsync(message, token);
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        using var next = await bot.PostAsync(Some.Message(channel.ServiceUrl, "next"), token);
        Assert.Equal("you said once", (await channel.NextAsync()).Text);
        Assert.Equal("you said next", (await channel.NextAsync()).Text);
    }

    [Fact]
    public async Task The_log_says_why_and_nothing_of_the_token_or_the_person()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var channel = await Channel.StartAsync();
        await using var bot = await RunningBot.StartAsync(RunningBot.Settings(issuer, channel), Never);
        var token = Forgeries["wrong audience"](issuer, channel.ServiceUrl);

        using var response = await bot.PostAsync(Some.Message(channel.ServiceUrl, "private words"), token);

        var lines = bot.Log.GetSnapshot().Select(line => line.Message).ToArray();
        Assert.Contains(lines, line => line == "Request refused with 401: audience");
        Assert.DoesNotContain(lines, line => line.Contains("private words", StringComparison.Ordinal)
            || line.Contains("29:person", StringComparison.Ordinal) || line.Contains("99999999", StringComparison.Ordinal));
        Assert.DoesNotContain("audience", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task Never(object context, CancellationToken cancellationToken) => throw new InvalidOperationException("No turn was to run.");

    private static StringContent Json(JsonObject json) => new(json.ToJsonString(), Encoding.UTF8, "application/json");

    private static JsonObject Expecting(JsonObject activity)
    {
        activity["deliveryMode"] = "expectReplies";
        return activity;
    }

    private static JsonObject With(string serviceUrl, string claim, JsonNode? value) => Set(Issuer.Claims(serviceUrl), claim, value);

    private static JsonObject Label(string field, JsonNode? value) => Set(Issuer.Header(), field, value);

    private static JsonObject Set(JsonObject json, string field, JsonNode? value)
    {
        if (value is null)
        {
            json.Remove(field);
        }
        else
        {
            json[field] = value;
        }

        return json;
    }

    private static string Strip(string token) => token[..token.LastIndexOf('.')];

    private static string Swap(string token, string url)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Issuer.Encode(Encoding.UTF8.GetBytes(With(url, "exp", Now + 999_999).ToJsonString()))}.{parts[2]}";
    }

    private static string Hs256(string url, byte[] key)
    {
        var signed = Issuer.Unsigned(Label("alg", "HS256"), Issuer.Claims(url));
        return $"{signed}.{Issuer.Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string SignedWithOwnKey(JsonObject header, string url)
    {
        var own = Issuer.KeyNamed("an attacker's");
        var signed = Issuer.Unsigned(header, Issuer.Claims(url));
        return $"{signed}.{Issuer.Encode(own.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }
}
