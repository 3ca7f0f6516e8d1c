using GuidanceBot.Protocol.Activities;
using GuidanceBot.Turns.Keeping;

namespace GuidanceBot.Reliability.Replica;

internal sealed class Refusals : IRefusals
{
    public OutgoingActivity Say(Refusal refusal, Activity activity) => OutgoingActivity.Message($"refused: {refusal}");
}
