using System.Text.Json;
using GuidanceBot.Knowledge;

namespace GuidanceBot.Turns.Exports;

/// <summary>What the codes of the dialogs' sources stand for: the guidance says it, and <c>sources.json</c> for those that only the dialogs use.</summary>
internal sealed class SourceTitles
{
    private readonly Dictionary<string, (string Title, string Url)> _byCode = new(StringComparer.Ordinal);

    public SourceTitles(string folder, GuidanceLibrary library)
    {
        using var own = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "shared", "sources.json")));
        foreach (var source in own.RootElement.EnumerateObject())
        {
            _byCode[source.Name] = (source.Value.GetProperty("title").GetString()!, source.Value.TryGetProperty("url", out var url) ? url.GetString()! : "");
        }

        foreach (var source in library.Documents.SelectMany(document => document.Sources.Values))
        {
            _byCode[source.Code] = ($"{source.Title}, {source.Date}", source.Url?.AbsoluteUri ?? "");
        }
    }

    /// <returns>Null when nobody has said what the code stands for.</returns>
    public (string Title, string Url)? Find(string code) => _byCode.TryGetValue(code, out var source) ? source : null;
}
