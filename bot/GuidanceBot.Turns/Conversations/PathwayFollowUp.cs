using GuidanceBot.Turns.Drafts;
using GuidanceBot.Turns.Exports;

namespace GuidanceBot.Turns.Conversations;

/// <summary>What follows when a guided conversation begins, stops or ends: saved answers, documents.</summary>
public sealed class PathwayFollowUp
{
    private readonly DraftFollowUp _drafts;
    private readonly ExportOffer _exports;

    internal PathwayFollowUp(DraftFollowUp drafts, ExportOffer exports) => (_drafts, _exports) = (drafts, exports);

    /// <param name="reply">What the step said.</param>
    /// <param name="message">What it answers.</param>
    /// <param name="before">What the dialogs kept before the message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<Reply> AddToAsync(Reply reply, Message message, byte[] before, CancellationToken cancellationToken) =>
        _exports.AddTo(await _drafts.AddToAsync(reply, message, before, cancellationToken), message);
}
