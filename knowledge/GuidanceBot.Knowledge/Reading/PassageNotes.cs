using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>The optional comment under a heading: one <c>key: value</c> a line.</summary>
internal sealed record PassageNotes
{
    public static PassageNotes None { get; } = new();

    public IReadOnlyList<string> Also { get; init; } = [];

    public IReadOnlyList<string> Asked { get; init; } = [];

    public IReadOnlyList<string> Pathways { get; init; } = [];

    public IReadOnlyList<(string Id, int Line)> Contacts { get; init; } = [];

    public Area? Area { get; init; }

    public IReadOnlyList<Audience> Audience { get; init; } = [];

    public PassageStatus Status { get; init; } = PassageStatus.Held;

    /// <param name="comment">The comment with its marks, <c>&lt;!-- … --&gt;</c>.</param>
    /// <param name="line">The line of the file, from 1, on which it begins.</param>
    /// <param name="errors">Where to tell what is wrong.</param>
    public static PassageNotes Read(string comment, int line, FileErrors errors)
    {
        var notes = None;
        var end = comment.IndexOf("-->", StringComparison.Ordinal);
        if (end < 0)
        {
            errors.Add("comment-open", line, 1, "The comment is not closed. End it with '-->' on a line of its own.");
            return notes;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var written in comment["<!--".Length..end].Split('\n'))
        {
            if (written.Trim().Length > 0)
            {
                var (key, value) = written.Split(':', 2, StringSplitOptions.TrimEntries) is [var k, var v] ? (k, v) : (written.Trim(), "");
                if (!seen.Add(key) && key != "asked")
                {
                    errors.Add("note-twice", line, 1, $"'{key}' stands twice in this comment. Write one line with commas.");
                }

                notes = notes.With(key, value, line, errors);
            }

            line++;
        }

        return notes;
    }

    private PassageNotes With(string key, string value, int line, FileErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Add("value-empty", line, 1, $"'{key}' has no value. Write 'key: value', one a line, or take the line out.");
            return this;
        }

        var list = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        switch (key)
        {
            case "also":
                return this with { Also = list };
            case "asked":
                return this with { Asked = [.. Asked, value] };
            case "contacts":
                return this with { Contacts = [.. list.Select(id => (id, line))] };
            case "pathway":
                return this with { Pathways = PathwaysOf(list, line, errors) };
            case "area" when Words.TryRead<Area>(value, out var area):
                return this with { Area = area };
            case "area":
                errors.Add("value-unknown", line, 1, $"'area: {value}' is not known. Write one of: {Words.All<Area>()}.");
                return this;
            case "status" when Words.TryRead<PassageStatus>(value, out var status):
                return this with { Status = status };
            case "status":
                errors.Add("value-unknown", line, 1, $"'status: {value}' is not known. Write one of: {Words.All<PassageStatus>()}.");
                return this;
            case "audience":
                return this with { Audience = AudienceOf(list, line, errors) };
            default:
                errors.Add("key-unknown", line, 1, $"'{key}' is not known here. Known are: also, asked, pathway, contacts, area, audience, status.");
                return this;
        }
    }

    private static List<string> PathwaysOf(string[] list, int line, FileErrors errors)
    {
        var known = list.Where(Passages.Pathways.All.Contains).ToList();
        foreach (var unknown in list.Except(known))
        {
            errors.Add("pathway-unknown", line, 1, $"There is no pathway '{unknown}'. Write one of: {string.Join(", ", Passages.Pathways.All)}.");
        }

        return known;
    }

    private static List<Audience> AudienceOf(string[] list, int line, FileErrors errors)
    {
        var audience = new List<Audience>();
        foreach (var word in list.Select(word => word.Trim('[', ']', ' ')))
        {
            if (Words.TryRead<Audience>(word, out var one))
            {
                audience.Add(one);
            }
            else
            {
                errors.Add("value-unknown", line, 1, $"'{word}' in 'audience' is not known. Write one or more of: {Words.All<Audience>()}.");
            }
        }

        return audience;
    }
}
