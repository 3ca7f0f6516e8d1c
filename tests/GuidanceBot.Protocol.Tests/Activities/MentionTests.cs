using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Tests.Activities;

/// <summary>What is left of a message when its mentions are taken out.</summary>
public sealed class MentionTests
{
    private static readonly Entity OfBot = Mention("28:bot", "Guidance", "<at>Guidance</at>");

    public static TheoryData<string?, Entity[], string, string> Messages => new()
    {
        { "<at>Guidance</at> safer sleep?", [OfBot], "safer sleep?", "at the beginning" },
        { "safer sleep?\u00a0<at>Guidance</at>", [OfBot], "safer sleep?", "at the end" },
        { "is <at>Guidance</at> a nest safe?", [OfBot], "is a nest safe?", "in the middle" },
        { "<at>GUIDANCE</at> hi <at>guidance</at>", [OfBot], "hi", "twice, in other capitals" },
        { "<at>Guidance</at>&nbsp;hi", [OfBot], "hi", "a space that Teams writes" },
        { "<at>Guidance</at> hi", [Mention("28:bot", "Guidance", null)], "hi", "an entity without its words" },
        { "<at>Guidance</at> hi", [Mention("28:other", "Guidance", "<at>Guidance</at>")], "Guidance hi", "the id decides, not the name" },
        { "<at>Guidance</at> ask <at>Sam Example</at>", [OfBot, Mention("29:x", "Sam Example", "<at>Sam Example</at>")], "ask Sam Example", "somebody else's stays" },
        { "<at>Guidance</at> hi", [], "<at>Guidance</at> hi", "words without an entity are words" },
        { "5 < 6 &amp; <at>", [OfBot], "5 < 6 &amp; <at>", "nothing else is changed" },
        { "line one\nline two", [], "line one\nline two", "lines stay" },
        { "<at>Guidance</at>", [OfBot], "", "only a mention" },
        { "  ", [], "", "blank" },
        { null, [], "", "a card's button has no text" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void The_bots_own_mention_is_no_part_of_the_question(string? text, Entity[] entities, string left, string because)
    {
        var activity = new Activity { Text = text, Recipient = new ChannelAccount { Id = "28:bot" }, Entities = entities };

        Assert.True(activity.TextForBot == left, $"'{activity.TextForBot}', but {because}");
    }

    [Fact]
    public void A_name_is_escaped_in_a_mention()
    {
        Assert.Equal("<at>A &lt;b&gt; &amp; C</at>", new MentionEntity("29:x", "A <b> & C").Text);
    }

    private static Entity Mention(string id, string name, string? text) =>
        new() { Type = "mention", Mentioned = new ChannelAccount { Id = id, Name = name }, Text = text };
}
