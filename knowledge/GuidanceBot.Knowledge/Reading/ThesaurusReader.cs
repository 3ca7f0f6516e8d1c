namespace GuidanceBot.Knowledge.Reading;

/// <summary>Reads <c>thesaurus.yaml</c>.</summary>
internal static class ThesaurusReader
{
    public static Thesaurus Read(string text, FileErrors errors)
    {
        if (YamlFields.Read(text, 0, errors) is not { } file)
        {
            return Thesaurus.Empty;
        }

        var entries = new List<ThesaurusEntry>();
        foreach (var fields in file.Maps("entries"))
        {
            var entry = new ThesaurusEntry(fields.List("from"), fields.List("to"), fields.Flag("both"));
            if (entry.From.Count > 0 && entry.To.Count > 0)
            {
                entries.Add(entry);
            }

            fields.NoOthers();
        }

        file.NoOthers();
        return new Thesaurus(entries);
    }
}
