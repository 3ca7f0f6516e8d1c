using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Searching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Knowledge.Tests;

public sealed class KnowledgeServicesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_guidance_is_added_whole()
    {
        using var services = Services();

        Assert.Equal("sofas", services.GetRequiredService<IGuidanceSearch>().Search(new SearchRequest("asleep on the sofa")).Best!.Passage.Document.Id);
        Assert.Same(services.GetRequiredService<GuidanceLibrary>().Contacts, services.GetRequiredService<ContactBook>());
    }

    [Fact]
    public void The_index_is_kept_where_the_settings_say()
    {
        using (var services = Services(("IndexPath", _folder.File("index"))))
        {
            services.GetRequiredService<IGuidanceSearch>();
        }

        Assert.True(File.Exists(_folder.File("index/stamp.txt")));
    }

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "CorpusPath", "nowhere", "has no .md file" },
        { "CorpusPath", "", "CorpusPath" },
        { "AnswerFrom", "7", "between 0 and 2" },
        { "ChooseFrom", "0.9", "above Knowledge:AnswerFrom" },
        { "AnswerForm", "0.5", "'AnswerForm'" },
        { "IndexPath", ".", "holds other files than an index" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_wrong_setting_is_named_with_its_remedy(string setting, string value, string told)
    {
        using var services = Services((setting, value));

        var fault = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IOptions<KnowledgeOptions>>().Value);

        Assert.Contains(told, fault.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Knowledge:CorpusPath"] = SmallCorpus.WriteTo(_folder),
            ["Knowledge:LibraryPath"] = _folder.File("library"),
        };
        foreach (var (key, value) in settings)
        {
            values[$"Knowledge:{key}"] = value;
        }

        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(SmallCorpus.Clock)
            .AddKnowledge(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider(validateScopes: true);
    }
}
