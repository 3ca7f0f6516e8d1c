using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Conversations;

/// <summary>A guided conversation under way, or one that this message begins.</summary>
/// <remarks>
/// A question about the guidance in the middle of one is left to the next steps, also when the dialogs would take a word of it
/// for an answer ("can she sleep in the car seat?"); <see cref="PathwayReturn"/> then leads back.
/// </remarks>
internal sealed class PathwayStep(PathwayDialogs dialogs, PathwayCatalogue catalogue, QuestionWords words, BotWording wording) : ITurnStep
{
    /// <summary>Words of a message that can begin a conversation: "please can we start the co-sleeping and bed sharing assessment".</summary>
    private const int MostWordsToBegin = 10;

    public async ValueTask<Reply?> ReplyToAsync(Message message, CancellationToken cancellationToken)
    {
        var conversation = message.Conversation;
        var before = PathwayState.Read(conversation.Dialogs);
        var plain = PlainWords.Of(message.Text);
        var text = before.At is null && Accepts(plain, conversation) ? PathwayCatalogue.StartWords(conversation.OfferedPathway!) : message.Text;
        if (plain.Length == 0 || (before.At is null && plain.Count(c => c == ' ') >= MostWordsToBegin))
        {
            return null;
        }

        var said = await dialogs.SayAsync(text, conversation.Dialogs, cancellationToken);
        var after = PathwayState.Read(said.State);
        if (said.Texts.Count == 0 || IsForTheNextSteps(plain, said, before, after))
        {
            return null;
        }

        conversation.Dialogs = said.State;
        return Reply(said, before, after, conversation);
    }

    /// <summary>"Yes please" to the conversation that the last reply offered.</summary>
    private bool Accepts(string plain, Conversation conversation) =>
        conversation.OfferedPathway is { } offered && catalogue.Has(offered) && wording.Phrases("YesWords").Contains(plain);

    private bool IsForTheNextSteps(string plain, DialogsSaid said, PathwayState before, PathwayState after) =>
        before.At is not null
        && (words.AsksAQuestion(plain) || wording.Phrases("PathwayAsideWords").Contains(plain))
        && (!said.Understood || (after.At == before.At && after.Answered.Except(before.Answered).Any()));

    private Reply Reply(DialogsSaid said, PathwayState before, PathwayState after, Conversation conversation)
    {
        var name = catalogue.NameOf(after.At ?? before.At);
        var place = name is null ? null : new PathwayPlace(name, catalogue.TitleOf(name), after.At is null ? null : after.Step, Ended: after.At is null);
        conversation.OpenQuestion = place is { Ended: false }
            ? new OpenQuestion(place.Name, place.Step, said.Texts[^1], said.Choices)
            : null;
        return new ReplyText(wording)
            .Add(said.Changed ? wording.Say("PathwayChanged") : "")
            .Add(string.Join("\n\n", said.Texts))
            .ToReply(ReplyStatus.Pathway) with
        {
            Choices = said.Choices,
            Pathway = place,
            Confidence = 1,
        };
    }
}
