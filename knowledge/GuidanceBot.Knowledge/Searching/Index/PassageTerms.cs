namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>The terms of every passage in order, for scoring one passage closely; Lucene holds them the other way round, for finding it.</summary>
internal sealed class PassageTerms
{
    private readonly int[] _firstName;
    private readonly PackedLists _names;
    private readonly int[] _firstAsked;
    private readonly PackedLists _asked;

    public PassageTerms(
        Vocabulary vocabulary,
        PackedLists headings,
        PackedLists bodies,
        PackedLists abouts,
        PackedLists names,
        int[] firstName,
        PackedLists asked,
        int[] firstAsked)
    {
        (Vocabulary, Headings, Bodies, Abouts) = (vocabulary, headings, bodies, abouts);
        (_names, _firstName, _asked, _firstAsked) = (names, firstName, asked, firstAsked);
    }

    public Vocabulary Vocabulary { get; }

    public PackedLists Headings { get; }

    public PackedLists Bodies { get; }

    /// <summary>The title and topics of each passage's document.</summary>
    public PackedLists Abouts { get; }

    public int Count => Bodies.Count;

    public long SizeInBytes => Headings.SizeInBytes + Bodies.SizeInBytes + Abouts.SizeInBytes + _names.SizeInBytes + _asked.SizeInBytes
        + (4L * (_firstName.Length + _firstAsked.Length));

    public int NameCount(int passage) => _firstName[passage + 1] - _firstName[passage];

    public ReadOnlySpan<int> Name(int passage, int name) => _names[_firstName[passage] + name];

    public int AskedCount(int passage) => _firstAsked[passage + 1] - _firstAsked[passage];

    /// <summary>A question that people ask the passage.</summary>
    public ReadOnlySpan<int> Asked(int passage, int question) => _asked[_firstAsked[passage] + question];

    public void Write(BinaryWriter file)
    {
        Vocabulary.Write(file);
        foreach (var lists in (PackedLists[])[Headings, Bodies, Abouts, _names])
        {
            lists.Write(file);
        }

        PackedLists.WriteAll(file, _firstName);
        _asked.Write(file);
        PackedLists.WriteAll(file, _firstAsked);
    }

    public static PassageTerms Read(BinaryReader file) => new(
        Vocabulary.Read(file),
        PackedLists.Read(file),
        PackedLists.Read(file),
        PackedLists.Read(file),
        PackedLists.Read(file),
        PackedLists.ReadAll(file),
        PackedLists.Read(file),
        PackedLists.ReadAll(file));
}
