using GuidanceBot.Turns;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Tests.Cards;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Host.Tests.Conversations;

/// <summary>The cards of every guided conversation, step by step, held to the rules of cards.</summary>
public sealed class PathwayCardTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    /// <summary>Walks of a pathway: the n-th always takes the n-th answer, then the one after it, and so on.</summary>
    private const int Walks = 9;

    /// <summary>No pathway asks more.</summary>
    private const int MostSteps = 80;

    private static readonly ReplyCards Cards = new(BotWording.Read(Path.Combine(AppContext.BaseDirectory, "wording")));

    public static TheoryData<string> Pathways => PathwayWalkTests.Pathways;

    [Theory]
    [MemberData(nameof(Pathways))]
    public async Task Every_step_fits_a_card_and_every_answer_is_one_tap(string pathway)
    {
        for (var walk = 0; walk < Walks; walk++)
        {
            var conversation = new Conversation();
            var reply = await SayAsync(PathwayCatalogue.StartWords(pathway), conversation);
            for (var step = 0; step < MostSteps && reply.Choices.Count > 0; step++)
            {
                var card = Cards.Whole(reply, conversation.Person, "nonce");
                var faults = CardRules.Check(card.ToJson()).ToArray();
                Assert.True(faults.Length == 0, $"{reply.Pathway?.Step}: {string.Join("; ", faults)}");
                var taps = card.Actions.Count + card.Body.OfType<Container>().Count(row => row.SelectAction is not null);
                Assert.Equal(reply.Status == ReplyStatus.Emergency ? card.Actions.Count : reply.Choices.Count, taps);

                reply = await SayAsync(reply.Choices[(walk + (step / 3)) % reply.Choices.Count], conversation);
            }

            Assert.Empty(CardRules.Check(Cards.Whole(reply, conversation.Person, "nonce").ToJson()));
        }
    }

    private ValueTask<Reply> SayAsync(string text, Conversation conversation) =>
        program.Turn.ReplyToAsync(text, conversation, TestContext.Current.CancellationToken);
}
