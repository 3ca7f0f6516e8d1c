using System.Globalization;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Drafts;

/// <summary>What is said about saved answers. The words are in <c>bot/wording/drafts.lg</c>.</summary>
internal sealed class DraftSentences(PathwayDefinitions definitions, PathwayCatalogue catalogue, DraftLifetime lifetime, BotWording wording)
{
    public string Saved(Draft draft) => wording.Say(
        "DraftSaved",
        ("until", Long(draft.SavedAt + lifetime.Length)),
        ("outlasts", lifetime.OutlastsProgram));

    /// <summary>"Go on or start again", with what has changed.</summary>
    public string Offer(string pathway, Draft draft)
    {
        var gone = draft.NoLongerAsked(definitions);
        return wording.Say(
            "DraftOffer",
            ("title", catalogue.TitleOf(pathway)),
            ("when", Long(draft.SavedAt)),
            ("answers", draft.Parts.Sum(part => part.Value.Answers.Count)),
            ("changed", IsOfAnotherEdition(pathway, draft)),
            ("gone", string.Join(", ", gone)));
    }

    public string Nothing(bool expired) => wording.Say(
        expired ? "DraftExpired" : "DraftNone",
        ("days", ((int)Math.Round(lifetime.Length.TotalDays)).ToString(CultureInfo.InvariantCulture)),
        ("outlasts", lifetime.OutlastsProgram));

    public bool IsOfAnotherEdition(string pathway, Draft draft) => definitions.Find(pathway)?.Edition != draft.Edition;

    private static string Long(DateTimeOffset moment) => EnglishTime.At(moment).ToString("dddd d MMMM", BotWording.English);
}
