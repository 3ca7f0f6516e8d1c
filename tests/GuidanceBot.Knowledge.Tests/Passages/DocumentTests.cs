using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Tests.Passages;

public sealed class DocumentTests
{
    public static TheoryData<string, ReviewStatus> Days => new()
    {
        { "2026-07-10", ReviewStatus.Current },
        { "2026-07-11", ReviewStatus.PastReview },
        { "2026-10-08", ReviewStatus.PastReview },
        { "2026-10-09", ReviewStatus.PastGrace },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void The_review_date_warns_and_ninety_days_later_withholds(string day, ReviewStatus expected)
    {
        var document = SmallCorpus.Read().Documents[0];

        Assert.Equal(expected, document.ReviewStatusOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_document_is_in_force_from_its_first_day()
    {
        var document = SmallCorpus.Read().Documents[0];

        Assert.True(document.InForceOn(document.Effective));
        Assert.False(document.InForceOn(document.Effective.AddDays(-1)));
    }
}
