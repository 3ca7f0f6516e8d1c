using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Drafts;

/// <summary>What a whole message can wish for saved answers.</summary>
internal enum DraftWish
{
    None,
    Save,
    Resume,
    GoOn,
    StartAgain,
    Forget,
}

/// <summary>Recognises such a message. Its words are in <c>bot/wording/drafts.lg</c>.</summary>
internal sealed class DraftWords(BotWording wording)
{
    private readonly Dictionary<string, DraftWish> _wishes = new[]
        {
            ("SaveWords", DraftWish.Save),
            ("ResumeWords", DraftWish.Resume),
            ("GoOnWords", DraftWish.GoOn),
            ("StartAgainWords", DraftWish.StartAgain),
            ("ForgetWords", DraftWish.Forget),
        }
        .SelectMany(list => wording.Phrases(list.Item1).Select(phrase => (phrase, list.Item2)))
        .ToDictionary(entry => entry.phrase, entry => entry.Item2, StringComparer.Ordinal);

    public DraftWish Read(string text) => _wishes.GetValueOrDefault(PlainWords.Of(text));
}
