namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>The terms of every passage in order, for scoring one passage closely; Lucene holds them the other way round, for finding it.</summary>
internal sealed class PassageTerms
{
    private readonly int[] _firstName;
    private readonly PackedLists _names;

    public PassageTerms(
        Vocabulary vocabulary, PackedLists headings, PackedLists bodies, PackedLists abouts, PackedLists names, int[] firstName)
    {
        (Vocabulary, Headings, Bodies, Abouts) = (vocabulary, headings, bodies, abouts);
        (_names, _firstName) = (names, firstName);
    }

    public Vocabulary Vocabulary { get; }

    public PackedLists Headings { get; }

    public PackedLists Bodies { get; }

    /// <summary>The title and topics of each passage's document.</summary>
    public PackedLists Abouts { get; }

    public int Count => Bodies.Count;

    public long SizeInBytes => Headings.SizeInBytes + Bodies.SizeInBytes + Abouts.SizeInBytes + _names.SizeInBytes + (4L * _firstName.Length);

    public int NameCount(int passage) => _firstName[passage + 1] - _firstName[passage];

    public ReadOnlySpan<int> Name(int passage, int name) => _names[_firstName[passage] + name];

    public void Write(BinaryWriter file)
    {
        Vocabulary.Write(file);
        foreach (var lists in (PackedLists[])[Headings, Bodies, Abouts, _names])
        {
            lists.Write(file);
        }

        PackedLists.WriteAll(file, _firstName);
    }

    public static PassageTerms Read(BinaryReader file) => new(
        Vocabulary.Read(file),
        PackedLists.Read(file),
        PackedLists.Read(file),
        PackedLists.Read(file),
        PackedLists.Read(file),
        PackedLists.ReadAll(file));
}
