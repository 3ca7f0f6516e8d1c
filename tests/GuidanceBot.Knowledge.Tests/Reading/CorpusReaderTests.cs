using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Tests.Reading;

public sealed class CorpusReaderTests
{
    [Fact]
    public void A_passage_is_read_as_people_will_see_it()
    {
        var library = SmallCorpus.Read();

        var passage = library.Find(PassageId.Parse("sofas#is-it-safe-to-fall-asleep-with-a-baby-on-a-sofa"))!;

        Assert.Empty(library.Errors);
        Assert.Equal(
            """
            Never fall asleep with a baby on a sofa. The risk is about 50 times higher there. If you worry, ring Front Door Team.

            Tell the parents:
            - Put the baby down first if you feel drowsy.
            - A partner should take over at 3.30 a.m. if they can.
            """.ReplaceLineEndings("\n"),
            passage.Text);
        Assert.Equal(["armchair", "recliner"], passage.AlsoCalled);
        Assert.Equal("co-sleeping", passage.Pathway);
        Assert.Equal(["night-line", "front-door"], passage.ContactIds);
        Assert.Equal((Area.National, PassageStatus.Held, 25), (passage.Area, passage.Status, passage.Line));
    }

    [Fact]
    public void Each_sentence_knows_its_sources_its_mood_and_its_place_in_the_text()
    {
        var passage = SmallCorpus.Read().Passages.Single(p => p.Id.Heading.StartsWith("is-it-safe", StringComparison.Ordinal));

        Assert.Equal(
            [
                ("Never fall asleep with a baby on a sofa.", "S-SOFA", Modality.DoNot, false),
                ("The risk is about 50 times higher there.", "S-SOFA S-LEAFLET", Modality.None, false),
                ("If you worry, ring Front Door Team.", "ours", Modality.None, false),
                ("Tell the parents:", "S-LEAFLET", Modality.None, false),
                ("Put the baby down first if you feel drowsy.", "S-LEAFLET", Modality.None, true),
                ("A partner should take over at 3.30 a.m. if they can.", "S-LEAFLET", Modality.Should, true),
            ],
            passage.Sentences.Select(s => (passage.TextOf(s), string.Join(' ', s.Sources), s.Modality, s.IsListItem)));
        Assert.True(passage.Sentences[3].IntroducesList);
    }

    [Fact]
    public void A_limiting_sentence_is_marked()
    {
        var passage = SmallCorpus.Read().Passages.Single(p => p.Id.Heading == "how-warm-should-the-room-be");

        Assert.Equal([false, true], passage.Sentences.Select(s => s.QualifiesPrevious));
    }

    [Fact]
    public void A_passage_may_hold_in_another_area_than_its_document()
    {
        var library = SmallCorpus.Read();

        Assert.Equal(
            [Area.Derby, Area.Derbyshire, Area.Both, Area.Other],
            library.PassagesOf("referral").Select(p => p.Area));
        Assert.Equal(PassageStatus.OtherArea, library.PassagesOf("referral").Last().Status);
    }

    /// <summary>A change to the good file, the fault it makes, and the line it must be told at.</summary>
    public static TheoryData<string, string, string, int> Mistakes => new()
    {
        { "kind: guidance", "kind: advice", "value-unknown", 3 },
        { "area: national", "area: notts", "value-unknown", 4 },
        { "owner: Steering group", "ownr: Steering group", "key-missing", 2 },
        { "owner: Steering group", "owner: Steering group\nrating: 5", "key-unknown", 7 },
        { "title: Sofas and armchairs", "title: [a, b]", "yaml-value", 2 },
        { "effective: 2026-01-10", "effective: 10/01/2026", "date", 7 },
        { "review-by: 2026-07-10", "review-by: 2025-07-10", "date-order", 8 },
        { "confidence: high", "confidence: low", "confidence-low", 16 },
        { "url: https://example.org/sofas", "url: example.org", "address", 14 },
        { "topics: [safer sleep, sofa]", "topics: [safer sleep", "yaml-syntax", 0 },
        { "# Sofas and armchairs\n", "# Settees\n", "title-differs", 23 },
        { "## Is it safe", "Loose words. [ours]\n\n## Is it safe", "outside-passage", 25 },
        { "## Is it safe to fall asleep with a baby on a sofa?", "## ???", "heading-empty", 25 },
        { "## How warm should the room be?", "## Is it safe to fall asleep with a baby on a sofa", "heading-twice", 40 },
        { "## How warm", "### How warm", "heading-level", 40 },
        { "also: armchair", "aslo: armchair", "key-unknown", 27 },
        { "pathway: co-sleeping", "pathway: co-sleepin", "pathway-unknown", 28 },
        { "contacts: night-line", "contacts: day-line", "contact-unknown", 29 },
        { "{{front-door}}", "{{back-door}}", "contact-unknown", 33 },
        { "{{front-door}}", "01332 641172", "number-in-text", 33 },
        { "on a sofa. [S-SOFA]", "on a sofa.", "sentence-without-source", 32 },
        { "[S-SOFA, S-LEAFLET]", "[S-SOFT]", "source-unknown", 32 },
        { "on a sofa. [S-SOFA]", "on a sofa [S-SOFA].", "source-misplaced", 32 },
        { "drowsy. [S-LEAFLET]", "drowsy.", "sentence-without-source", 37 },
        { "drowsy. [S-LEAFLET]", "drowsy. <b>Now</b>. [S-LEAFLET]", "not-text", 37 },
        { "A room of 16", "<!-- aside -->\n\nText. [ours]\n\n<!-- aside -->\n\nA room of 16", "comment-misplaced", 46 },
        { "A room of 16", "| a | b |\n\n> A room of 16", "not-text", 44 },
        { "A room", "A \u202Eroom", "invisible-character", 42 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_with_its_line_and_what_to_do(string good, string bad, string code, int line)
    {
        using var folder = new TemporaryFolder();
        var corpus = SmallCorpus.WriteTo(folder);
        Assert.Contains(good, SmallCorpus.Sofas, StringComparison.Ordinal);
        var at = SmallCorpus.Sofas.IndexOf(good, StringComparison.Ordinal);
        folder.Write("corpus/guidance/sofas.md", SmallCorpus.Sofas[..at] + bad + SmallCorpus.Sofas[(at + good.Length)..]);

        var library = CorpusReader.Read(corpus);

        var error = library.Errors.FirstOrDefault(e => e.Code == code);
        Assert.True(error is not null, string.Join("\n", library.Errors));
        Assert.Equal("guidance/sofas.md", error.File);
        Assert.True(line == 0 || error.Line == line, error.ToString());
        Assert.DoesNotContain(library.Documents, d => d.Id == "sofas");
        Assert.Contains(library.Documents, d => d.Id == "referral");
    }

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("just words", "front-matter")]
    [InlineData("---\ntitle: Cut off in the mid", "front-matter")]
    [InlineData("---\n- a list\n---\n", "yaml-shape")]
    [InlineData("---\ntitle: x\n---\n# x\n", "no-passage")]
    public void A_half_written_file_is_told_and_the_rest_is_read(string text, string code)
    {
        using var folder = new TemporaryFolder();
        var corpus = SmallCorpus.WriteTo(folder);
        folder.Write("corpus/half.md", text);

        var library = CorpusReader.Read(corpus);

        Assert.Contains(library.Errors, e => e.Code == code && e.File == "half.md");
        Assert.Equal(2, library.Documents.Count);
    }

    [Fact]
    public void Every_mistake_of_every_file_is_told_at_once()
    {
        using var folder = new TemporaryFolder();
        var corpus = SmallCorpus.WriteTo(folder);
        folder.Write("corpus/guidance/sofas.md", SmallCorpus.Sofas.Replace("kind: guidance", "kind: x", StringComparison.Ordinal).Replace("[S-LEAFLET]", "[S-X]", StringComparison.Ordinal));
        folder.Write("contacts.yaml", SmallCorpus.Contacts.Replace("hours: always", "hours: mostly", StringComparison.Ordinal));

        var errors = CorpusReader.Read(corpus).Errors;

        Assert.Equal(["contacts.yaml", "guidance/sofas.md"], errors.Select(e => e.File).Distinct());
        Assert.True(errors.Count >= 6);
        Assert.All(errors, e => Assert.EndsWith(".", e.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_told()
    {
        using var folder = new TemporaryFolder();
        var corpus = SmallCorpus.WriteTo(folder);
        File.WriteAllBytes(folder.File("corpus/broken.md"), [0x2D, 0x2D, 0x2D, 0x0A, 0xC3]);

        Assert.Contains(CorpusReader.Read(corpus).Errors, e => e is { Code: "not-utf8", File: "broken.md" });
    }

    [Fact]
    public void Two_files_of_one_name_are_told()
    {
        using var folder = new TemporaryFolder();
        var corpus = SmallCorpus.WriteTo(folder);
        folder.Write("corpus/strategy/sofas.md", SmallCorpus.Sofas);

        var library = CorpusReader.Read(corpus);

        Assert.Equal("id-twice", Assert.Single(library.Errors).Code);
        Assert.Equal(2, library.Documents.Count);
    }

    [Theory]
    [InlineData("id: night-line", "id: Night", "id-form")]
    [InlineData("id: night-line", "id: front-door", "id-twice")]
    [InlineData("hours: always", "hours: 24/7", "hours")]
    [InlineData("out-of-hours: night-line", "out-of-hours: nobody", "contact-unknown")]
    [InlineData("hours: always", "hours: Mon 09:00-10:00\n    out-of-hours: front-door", "contact-circle")]
    [InlineData("phone: 01332 111111", "note: none", "contact-unreachable")]
    [InlineData("checked: 2026-01-10", "checkd: 2026-01-10", "key-unknown")]
    public void A_mistake_in_the_contacts_is_told(string good, string bad, string code)
    {
        using var folder = new TemporaryFolder();
        var corpus = SmallCorpus.WriteTo(folder);
        folder.Write("contacts.yaml", SmallCorpus.Contacts.Replace(good, bad, StringComparison.Ordinal));

        var errors = CorpusReader.Read(corpus).Errors;

        Assert.Contains(errors, e => e.Code == code && e is { File: "contacts.yaml", Line: > 0 });
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var fault = Assert.Throws<DirectoryNotFoundException>(() => CorpusReader.Read("/nowhere/corpus"));

        Assert.Contains("/nowhere/corpus", fault.Message, StringComparison.Ordinal);
    }
}
