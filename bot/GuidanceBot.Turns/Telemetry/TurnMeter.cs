using System.Diagnostics;
using System.Diagnostics.Metrics;
using GuidanceBot.Turns.Safety;

namespace GuidanceBot.Turns.Telemetry;

/// <summary>What turns count and how long their steps take: meter and traces named <see cref="Name"/>.</summary>
/// <remarks>
/// Every tag is from a closed set: statuses, step names, the ids of danger signs in <c>knowledge/danger-signs.yaml</c>. No word of a
/// message, no id of a person or conversation. Traces are free of cost while nobody listens.
/// </remarks>
public sealed class TurnMeter
{
    public const string Name = "GuidanceBot.Turns";

    private static readonly ActivitySource Traces = new(Name);

    private readonly Histogram<double> _turns;
    private readonly Histogram<double> _steps;
    private readonly Counter<long> _dangers;
    private readonly TimeProvider _clock;

    public TurnMeter(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(Name);
        _turns = meter.CreateHistogram<double>("turn.duration", "s", "From a message to its reply, by what became of it");
        _steps = meter.CreateHistogram<double>("turn.step.duration", "s", "What a step of the turn took, by step and whether it replied");
        _dangers = meter.CreateCounter<long>("turn.dangers", description: "Messages that told of danger, by sign and level");
    }

    /// <summary>Measures a turn until it is disposed.</summary>
    public Measured Turn() => new(_clock, _turns, Traces.StartActivity("turn"), "status", null);

    /// <summary>Measures a step until it is disposed.</summary>
    public Measured Step(string name) => new(_clock, _steps, Traces.StartActivity(name), "replied", name);

    /// <summary>A message told of danger.</summary>
    public void Danger(SafetyFinding finding) => _dangers.Add(
        1, KeyValuePair.Create<string, object?>("sign", finding.SignId), KeyValuePair.Create<string, object?>("level", finding.Level.ToString()));

    /// <summary>One measurement under way.</summary>
    public sealed class Measured : IDisposable
    {
        private readonly TimeProvider _clock;
        private readonly Histogram<double> _histogram;
        private readonly Activity? _trace;
        private readonly string _outcomeTag;
        private readonly string? _step;
        private readonly long _began;

        internal Measured(TimeProvider clock, Histogram<double> histogram, Activity? trace, string outcomeTag, string? step)
        {
            (_clock, _histogram, _trace, _outcomeTag, _step) = (clock, histogram, trace, outcomeTag, step);
            _began = clock.GetTimestamp();
        }

        /// <summary>How it ended; "failed" when nobody said.</summary>
        public string Outcome { get; set; } = "failed";

        public void Dispose()
        {
            var tags = new TagList { { _outcomeTag, Outcome } };
            if (_step is not null)
            {
                tags.Add("step", _step);
            }

            _histogram.Record(_clock.GetElapsedTime(_began).TotalSeconds, tags);
            _trace?.SetTag(_outcomeTag, Outcome);
            _trace?.Dispose();
        }
    }
}
