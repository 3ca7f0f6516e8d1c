using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Generation.Models;

/// <summary>Counts and logs what became of each time a model was asked. Never words.</summary>
public sealed partial class GenerationCounters : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "GuidanceBot.Generation";

    private readonly Meter _meter;
    private readonly Counter<long> _asked;
    private readonly Counter<long> _sentences;
    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly ILogger<GenerationCounters> _logger;
    private long _tokens;

    public GenerationCounters(ILogger<GenerationCounters> logger)
    {
        _logger = logger;
        _meter = new Meter(MeterName);
        _asked = _meter.CreateCounter<long>("guidancebot.generation.answers", description: "What became of an answer that a model was asked to word.");
        _sentences = _meter.CreateCounter<long>("guidancebot.generation.sentences", description: "What became of a sentence that a model wrote.");
    }

    /// <summary>Tokens in and out of all models since the start.</summary>
    public long Tokens => Interlocked.Read(ref _tokens);

    /// <summary>How often each thing happened since the start, by its name: <c>answer.Worded</c>, <c>answer.TooSlow</c>, <c>sentence.Figure</c> …</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    internal void Spent(long tokens) => Interlocked.Add(ref _tokens, tokens);

    /// <summary>Why a model was not used the last time; null when it was, or was not asked yet. What lies with the question does not count.</summary>
    public ModelTrouble? Last { get; private set; }

    internal void Worded()
    {
        Answer("Worded");
        Last = null;
    }

    internal void Quoted(ModelTrouble trouble, string task)
    {
        Answer(trouble.ToString());
        Last = trouble is ModelTrouble.PersonalData or ModelTrouble.Refused or ModelTrouble.NotGrounded ? Last : trouble;
        LogQuoted(task, trouble);
    }

    /// <param name="outcome">The first fault that was found, or <c>Kept</c>.</param>
    internal void Sentence(string outcome)
    {
        Count($"sentence.{outcome}");
        _sentences.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    public void Dispose() => _meter.Dispose();

    private void Answer(string outcome)
    {
        Count($"answer.{outcome}");
        _asked.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
    }

    private void Count(string name) => _counts.AddOrUpdate(name, 1, (_, count) => count + 1);

    [LoggerMessage(LogLevel.Warning, "No model was used for {Task}: {Trouble}. What the guidance says was sent as it stands.")]
    private partial void LogQuoted(string task, ModelTrouble trouble);
}
