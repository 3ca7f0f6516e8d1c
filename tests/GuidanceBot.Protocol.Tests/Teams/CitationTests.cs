using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Protocol.Tests.Teams;

/// <summary>Teams' limits on citations cannot be broken.</summary>
public sealed class CitationTests
{
    [Theory]
    [InlineData(80, 80)]
    [InlineData(81, 80)]
    [InlineData(500, 80)]
    public void A_long_name_is_cut_with_an_ellipsis(int length, int left)
    {
        var citation = new Citation(1, new string('n', length), new string('a', 2 * length));

        Assert.Equal(left, citation.Name.Length);
        Assert.Equal(length > 80, citation.Name.EndsWith('…'));
        Assert.InRange(citation.Abstract.Length, 1, Citation.LongestAbstract);
    }

    [Fact]
    public void A_character_is_not_cut_in_two()
    {
        var name = new Citation(1, new string('n', 78) + "🍼🍼", "a").Name;

        Assert.Equal(new string('n', 78) + "…", name);
    }

    [Fact]
    public void Only_three_short_keywords_are_kept()
    {
        var citation = new Citation(1, "n", "a") { Keywords = ["a", new string('b', 40), "c", "d"] };

        Assert.Equal((3, Citation.LongestKeyword), (citation.Keywords.Count, citation.Keywords[1].Length));
    }

    [Fact]
    public void What_teams_refuses_cannot_be_made()
    {
        Citation[] same = [new(1, "n", "a"), new(1, "m", "b")];

        Assert.Throws<ArgumentOutOfRangeException>(() => new Citation(0, "n", "a"));
        Assert.Throws<ArgumentException>(() => new Citation(1, " ", "a"));
        Assert.Throws<ArgumentException>(() => new Citation(1, "n", ""));
        Assert.Throws<ArgumentException>(() => new Citation(1, "n", "a") { Url = new Uri("http://example.org") });
        Assert.Throws<ArgumentException>(() => new MessageEntity(same));
        Assert.Throws<ArgumentException>(() => new MessageEntity([.. Enumerable.Range(1, 21).Select(i => new Citation(i, "n", "a"))]));
        Assert.Equal("[7]", new Citation(7, "n", "a").Mark);
    }
}
