using System.Text.Json;
using GuidanceBot.Generation.Models;
using GuidanceBot.Generation.Understanding;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Turns.Answers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace GuidanceBot.Generation.Tests.Understanding;

/// <summary>The search's encoder behind real HTTP.</summary>
public sealed class RemoteMeaningTests : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose()
    {
        _server.Stop();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("OpenAI")]
    [InlineData("Ollama")]
    public async Task The_guidance_is_encoded_once_and_then_the_question(string provider)
    {
        Works();
        await using (var first = Services(provider))
        {
            Assert.Null(await Direction(first, "can baby sleep on a sofa"));
            await first.GetRequiredService<GuidanceEncoding>().CompleteAsync(null, TestContext.Current.CancellationToken);
            Assert.True(first.GetRequiredService<LateMeanings>().Counts);
        }

        _server.ResetLogEntries();
        await using var second = Services(provider);
        Assert.True(second.GetRequiredService<LateMeanings>().Counts);
        var direction = await Direction(second, "can noah sleep on a sofa");

        Assert.Equal(1, direction!.Sum(number => number * number), 3);
        var asked = Assert.Single(_server.LogEntries).RequestMessage!.Body!;
        Assert.Contains("can \\u2026 sleep on a sofa", asked.Replace("…", "\\u2026", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("noah", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_before_trouble_is_kept()
    {
        Works();
        await using (var first = Services("OpenAI", passages: 80))
        {
            var asked = 0;
            await Assert.ThrowsAsync<ModelUnavailableException>(() => first.GetRequiredService<GuidanceEncoding>().CompleteAsync(
                new Then(() =>
                {
                    if (++asked == 1)
                    {
                        _server.Reset();
                    }
                }),
                TestContext.Current.CancellationToken));
        }

        await using var second = Services("OpenAI", passages: 80);
        Assert.Equal(160 - 64, second.GetRequiredService<LateMeanings>().Missing.Count);
    }

    [Theory]
    [InlineData(500, "{}", "answer.Failed")]
    [InlineData(200, "{\"data\":[]}", "answer.Unreadable")]
    [InlineData(200, "<html>", "answer.Unreadable")]
    public async Task On_trouble_the_search_goes_by_words(int status, string body, string counted)
    {
        Works();
        await using var services = Services("OpenAI");
        await services.GetRequiredService<GuidanceEncoding>().CompleteAsync(null, TestContext.Current.CancellationToken);
        _server.Reset();
        _server.Given(Request.Create().UsingPost()).RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body));

        Assert.Null(await Direction(services, "can baby sleep on a sofa"));
        Assert.Equal(1, services.GetRequiredService<GenerationCounters>().Counts[counted]);
    }

    [Fact]
    public async Task The_switch_holds_for_the_encoder_too()
    {
        Works();
        await using var services = Services("OpenAI");
        await services.GetRequiredService<GuidanceEncoding>().CompleteAsync(null, TestContext.Current.CancellationToken);
        services.GetRequiredService<IConfiguration>()["Generation:Off"] = "why not";

        Assert.Null(await Direction(services, "can baby sleep on a sofa"));
        Assert.Equal(1, services.GetRequiredService<GenerationCounters>().Counts["answer.SwitchedOff"]);
    }

    private static ValueTask<float[]?> Direction(ServiceProvider services, string question) =>
        services.GetRequiredService<IQuestionMeaning>().EncodeAsync(question, TestContext.Current.CancellationToken);

    /// <summary>Near is what shares words.</summary>
    private void Works()
    {
        _server.Given(Request.Create().WithPath("/v1/embeddings").UsingPost()).RespondWith(Response.Create().WithHeader("Content-Type", "application/json").WithBody(request =>
        {
            var texts = TextsOf(request.Body!);
            return JsonSerializer.Serialize(new
            {
                @object = "list",
                model = "stub",
                data = texts.Select((text, index) => new
                {
                    @object = "embedding",
                    index,
                    embedding = Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Vector(text).AsSpan())),
                }),
                usage = new { prompt_tokens = texts.Length, total_tokens = texts.Length },
            });
        }));
        _server.Given(Request.Create().WithPath("/api/embed").UsingPost()).RespondWith(Response.Create().WithHeader("Content-Type", "application/json").WithBody(request =>
            JsonSerializer.Serialize(new { model = "stub", embeddings = TextsOf(request.Body!).Select(Vector), prompt_eval_count = 1 })));
    }

    private static string[] TextsOf(string body)
    {
        using var json = JsonDocument.Parse(body);
        return [.. json.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
    }

    private static float[] Vector(string text)
    {
        var vector = new float[64];
        vector[63] = 0.1f;
        foreach (var word in text.ToLowerInvariant().Split(' ', '?', '.'))
        {
            vector[word.Sum(letter => letter) % 63]++;
        }

        return vector;
    }

    private ServiceProvider Services(string provider, int passages = 6)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Generation:EncoderPath"] = "",
            ["Generation:OffFile"] = Path.Combine(_folder.FullName, "off"),
            ["Generation:Embeddings:Provider"] = provider,
            ["Generation:Embeddings:Endpoint"] = provider == "Ollama" ? _server.Url : $"{_server.Url}/v1",
            ["Generation:Embeddings:Model"] = "stub",
            ["Generation:Embeddings:ApiKey"] = "key",
            ["Generation:Embeddings:Timeout"] = "00:00:20",
            ["Generation:Embeddings:CachePath"] = Path.Combine(_folder.FullName, "vectors"),
        }).Build();
        string[] things = ["sofa", "cot", "blanket", "dummy", "bath", "pram"];
        var library = Some.Library([.. Enumerable.Range(0, passages).Select(number =>
        {
            var thing = things[number % things.Length];
            return Some.Passage($"Never sleep on a {thing} {number}.", $"Is a {thing} safe {number}?") with
            {
                Id = PassageId.Parse($"things#{number}"),
                Asked = [$"can a baby sleep on a {thing} {number}"],
            };
        })]);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System)
            .AddSingleton(library).AddSingleton(library.Contacts).AddSingleton(Some.Words).AddLogging()
            .AddGenerationIfEnabled(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private sealed class Then(Action action) : IProgress<(int Done, int All)>
    {
        public void Report((int Done, int All) value) => action();
    }
}
