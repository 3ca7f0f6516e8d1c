using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Tests.Passages;

public sealed class PassageIdTests
{
    public static TheoryData<string?, string> NotPassageIds => new()
    {
        { null, "nothing at all" },
        { "", "nothing written" },
        { "sofas", "no heading" },
        { "#heading", "no document" },
        { "sofas#", "an empty heading" },
        { "sofas#one#two", "two headings" },
    };

    [Theory]
    [MemberData(nameof(NotPassageIds))]
    public void Text_that_names_no_passage_is_refused(string? text, string because)
    {
        Assert.False(PassageId.TryParse(text, out _), because);
    }

    [Fact]
    public void An_id_reads_what_it_writes()
    {
        var id = PassageId.Parse("sofas#is-it-safe");

        Assert.Equal(("sofas", "is-it-safe", "sofas#is-it-safe"), (id.Document, id.Heading, id.ToString()));
        Assert.Equal(id, PassageId.Parse(id.ToString()));
    }
}
