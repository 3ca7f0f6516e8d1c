using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Tests.Contacts;

public sealed class ContactBookTests
{
    private static readonly ContactBook Book = SmallCorpus.Read().Contacts;

    [Theory]
    [InlineData(12, "front-door")]
    [InlineData(22, "night-line")]
    public void Out_of_hours_the_other_number_answers(int hour, string expected)
    {
        var moment = new DateTimeOffset(2026, 3, 2, hour, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, Book.AnsweringAt(moment, Book.Find("front-door")!).Id);
    }

    [Fact]
    public void A_contact_without_another_stands_for_itself_when_it_is_shut()
    {
        var alone = Book.Find("front-door")! with { OutOfHours = null };

        Assert.Same(alone, new ContactBook([alone]).AnsweringAt(new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero), alone));
    }

    [Theory]
    [InlineData(Area.Derby, "front-door night-line")]
    [InlineData(Area.Derbyshire, "night-line")]
    [InlineData(null, "front-door night-line")]
    public void An_area_is_served_by_its_own_contacts_and_the_shared_ones(Area? area, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Book.Serving(area).Select(c => c.Id)));
    }

    [Fact]
    public void A_contact_that_nobody_verified_says_so()
    {
        Assert.Equal([false, true], Book.All.Select(c => c.IsVerified));
    }
}
