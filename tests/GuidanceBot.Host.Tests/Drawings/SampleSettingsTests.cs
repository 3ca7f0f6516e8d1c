using System.Globalization;
using GuidanceBot.Generation;
using GuidanceBot.Generation.Grounding;
using GuidanceBot.Generation.Models;
using GuidanceBot.Host.Telemetry;
using GuidanceBot.Host.WebChat;
using GuidanceBot.Knowledge;
using GuidanceBot.Protocol;
using GuidanceBot.State;
using GuidanceBot.State.Shedding;
using GuidanceBot.Tests;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Escalation;
using Microsoft.Extensions.Configuration;

namespace GuidanceBot.Host.Tests.Drawings;

public sealed class SampleSettingsTests
{
    private static readonly IConfiguration Sample = new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(Repository.Root, "appsettings.sample.json"))
        .Build();

    public static TheoryData<string, Type> Sections => new()
    {
        { BotOptions.Section, typeof(BotOptions) },
        { $"{BotOptions.Section}:{nameof(BotOptions.Limits)}", typeof(BotLimits) },
        { KnowledgeOptions.Section, typeof(KnowledgeOptions) },
        { GenerationOptions.Section, typeof(GenerationOptions) },
        { $"{GenerationOptions.Section}:{nameof(GenerationOptions.Chat)}", typeof(ChatModelOptions) },
        { $"{GenerationOptions.Section}:{nameof(GenerationOptions.Embeddings)}", typeof(EmbeddingModelOptions) },
        { $"{GenerationOptions.Section}:{nameof(GenerationOptions.Budget)}", typeof(BudgetOptions) },
        { $"{GenerationOptions.Section}:{nameof(GenerationOptions.Grounding)}", typeof(GroundingOptions) },
        { AnswerOptions.Section, typeof(AnswerOptions) },
        { EscalationOptions.Section, typeof(EscalationOptions) },
        { StateOptions.Section, typeof(StateOptions) },
        { $"{StateOptions.Section}:{nameof(StateOptions.Lifetimes)}", typeof(StateLifetimes) },
        { $"{StateOptions.Section}:{nameof(StateOptions.Outbox)}", typeof(OutboxOptions) },
        { LimitsOptions.Section, typeof(LimitsOptions) },
        { TelemetryOptions.Section, typeof(TelemetryOptions) },
        { WebChatOptions.Section, typeof(WebChatOptions) },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_sample_shows_every_setting_and_no_other(string section, Type options)
    {
        var shown = Keys(section);
        var known = options.GetProperties()
            .Where(property => property.CanWrite || typeof(System.Collections.IList).IsAssignableFrom(property.PropertyType) || property.PropertyType == typeof(IList<string>))
            .Select(property => property.Name);

        Assert.Equal(known.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void The_sample_shows_the_defaults(string section, Type options)
    {
        var defaults = Activator.CreateInstance(options)!;
        foreach (var setting in Sample.GetSection(section).GetChildren().Where(setting => !string.IsNullOrEmpty(setting.Value)))
        {
            var known = options.GetProperty(setting.Key)!.GetValue(defaults);
            var shown = known is double ? double.Parse(setting.Value!, CultureInfo.InvariantCulture) : (object)setting.Value!;

            Assert.Equal(Convert.ToString(known, CultureInfo.InvariantCulture), Convert.ToString(shown, CultureInfo.InvariantCulture), ignoreCase: true);
        }
    }

    /// <summary>Read from the text: configuration drops keys whose value is null or an empty list.</summary>
    private static IEnumerable<string> Keys(string section)
    {
        using var sample = System.Text.Json.JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "appsettings.sample.json")),
            new System.Text.Json.JsonDocumentOptions { CommentHandling = System.Text.Json.JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var at = section.Split(':').Aggregate(sample.RootElement, (element, name) => element.GetProperty(name));
        return [.. at.EnumerateObject().Select(property => property.Name)];
    }
}
