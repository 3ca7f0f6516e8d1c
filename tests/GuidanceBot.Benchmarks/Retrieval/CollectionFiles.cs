using System.Globalization;
using System.Text.Json;

namespace GuidanceBot.Benchmarks.Retrieval;

/// <summary>Reads a collection: <c>corpus.jsonl</c> {id, title, text}, <c>queries.jsonl</c> {id, text}, <c>qrels.tsv</c> (query, passage, grade).</summary>
internal static class CollectionFiles
{
    /// <exception cref="InvalidDataException">A line cannot be read; the message names it.</exception>
    /// <exception cref="IOException">A file is missing.</exception>
    public static Collection Read(string folder) => new(
        [.. Lines(folder, "corpus.jsonl").Select(l => Parse(l, json => new CollectionText(Text(json, "id", "_id"), Text(json, "title"), Text(json, "text"))))],
        [.. Lines(folder, "queries.jsonl").Select(l => Parse(l, json => new CollectionQuery(Text(json, "id", "_id"), Text(json, "text"))))],
        GradesOf(Lines(folder, "qrels.tsv")));

    private static IEnumerable<(string File, int Number, string Line)> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file))
            .Select((line, index) => (file, index + 1, line))
            .Where(l => l.line.AsSpan().Trim().Length > 0);

    private static T Parse<T>((string File, int Number, string Line) line, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(line.Line);
            return read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{line.File} line {line.Number} is not a JSON object with the keys it needs: {fault.Message}");
        }
    }

    /// <summary>The first of these keys; a number is taken as it is written, a missing title as empty.</summary>
    private static string Text(JsonElement json, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (json.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            }
        }

        return keys[0] == "title" ? "" : throw new KeyNotFoundException($"no '{keys[0]}'");
    }

    /// <summary>Three columns, or trec_eval's four with an unused second; a first line without a grade is a heading.</summary>
    private static Dictionary<string, IReadOnlyDictionary<string, int>> GradesOf(IEnumerable<(string File, int Number, string Line)> lines)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var (file, number, line) in lines)
        {
            var columns = line.Contains('\t') ? line.Split('\t') : line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length is not (3 or 4) || !double.TryParse(columns[^1], CultureInfo.InvariantCulture, out var grade))
            {
                if (number > 1)
                {
                    throw new InvalidDataException($"{file} line {number} is not 'query, passage, grade' parted by tabs.");
                }

                continue;
            }

            if (!grades.TryGetValue(columns[0], out var ofQuery))
            {
                grades.Add(columns[0], ofQuery = new Dictionary<string, int>(StringComparer.Ordinal));
            }

            ofQuery[columns[^2]] = (int)grade;
        }

        return grades.ToDictionary(g => g.Key, g => (IReadOnlyDictionary<string, int>)g.Value, StringComparer.Ordinal);
    }
}
