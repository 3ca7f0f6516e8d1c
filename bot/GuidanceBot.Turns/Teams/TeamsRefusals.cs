using GuidanceBot.Protocol.Activities;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>Says in the bot's own words why a message was not dealt with.</summary>
public sealed class TeamsRefusals(BotWording wording) : IRefusals
{
    public OutgoingActivity Say(Refusal refusal, Activity activity) => activity.CreateReply(wording.Say(refusal switch
    {
        Refusal.TooFast => "TooFast",
        Refusal.TooBusy => "TooBusy",
    }));
}
