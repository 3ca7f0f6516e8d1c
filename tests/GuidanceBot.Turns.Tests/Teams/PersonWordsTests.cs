using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Commands;

namespace GuidanceBot.Turns.Tests.Teams;

public sealed class PersonWordsTests
{
    private static readonly PersonWords Words = new(SomeReplies.Wording);

    [Theory]
    [InlineData("I'm a champion in Derbyshire", Audience.Champion, Area.Derbyshire, "champion")]
    [InlineData("I am a practitioner in Derby", Audience.Practitioner, Area.Derby, "practitioner")]
    [InlineData("I am a ambulance crew in Derby", Audience.Ambulance, Area.Derby, "ambulance crew")]
    [InlineData("i work in derby city.", Audience.Practitioner, Area.Derby, null)]
    [InlineData("I’m a health visitor", Audience.Practitioner, null, "health visitor")]
    public void Who_somebody_is_is_read(string text, Audience role, Area? area, string? work)
    {
        Assert.Equal(new Person(role, area, work), Words.Read(text, new Person()));
    }

    [Theory]
    [InlineData("I'm a health visitor in Derby and the mum drinks")]
    [InlineData("I am worried")]
    [InlineData("I am")]
    [InlineData("who do I ring in Derby?")]
    [InlineData("I work in Norfolk")]
    public void Anything_more_is_a_question(string text)
    {
        Assert.Null(Words.Read(text, new Person()));
    }

    [Fact]
    public void What_is_not_said_again_stays()
    {
        Assert.Equal(
            new Person(Audience.Champion, Area.Derby, "champion"),
            Words.Read("I work in Derby", new Person(Audience.Champion, Area.Derbyshire, "champion")));
    }

    [Fact]
    public void Every_role_and_area_that_the_welcome_offers_is_understood()
    {
        Assert.All(SomeReplies.Wording.Phrases("RoleChoices"), role =>
            Assert.All(SomeReplies.Wording.Phrases("AreaChoices"), area =>
                Assert.NotNull(Words.Read($"I am a {role} in {area}", new Person())?.Area)));
    }
}
