using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace GuidanceBot.Knowledge.Searching;

/// <summary>Counts and times searches: meter and traces named <see cref="Name"/>, by how sure the search was. Never what was searched for.</summary>
internal sealed class MeasuredSearch : IGuidanceSearch, IDisposable
{
    public const string Name = "GuidanceBot.Knowledge";

    private static readonly ActivitySource Traces = new(Name);

    private readonly IGuidanceSearch _search;
    private readonly TimeProvider _clock;
    private readonly Histogram<double> _durations;

    public MeasuredSearch(IGuidanceSearch search, IMeterFactory meters, TimeProvider clock)
    {
        (_search, _clock) = (search, clock);
        _durations = meters.Create(Name).CreateHistogram<double>("search.duration", "s", "What a search took, by how sure it was");
    }

    public SearchResult Search(SearchRequest request)
    {
        using var trace = Traces.StartActivity("search");
        var began = _clock.GetTimestamp();
        var result = _search.Search(request);
        var band = result.Band.ToString();
        trace?.SetTag("band", band);
        _durations.Record(_clock.GetElapsedTime(began).TotalSeconds, KeyValuePair.Create<string, object?>("band", band));
        return result;
    }

    public SearchExplanation Explain(SearchRequest request) => _search.Explain(request);

    public void Dispose() => (_search as IDisposable)?.Dispose();
}
