namespace GuidanceBot.Knowledge.Searching.Index;

/// <summary>Words that carry a sentence or a question but tell nothing about its subject.</summary>
/// <remarks>
/// The long kind of list, with the words that questions are wrapped in ("can you tell me what I should do"), and how they are
/// typed in a hurry. Words that mean something in this field are left in: alone, first, immediate, old, new, numbers.
/// </remarks>
internal static class StopWords
{
    private const string Words =
        """
        a able about above accordingly across actually after afterwards again against all almost along already also although always
        am among amongst an and another any anybody anyhow anyone anything anyway anyways anywhere apart appear appears are around as
        aside ask asked asking asks at away be became because become becomes becoming been before beforehand behind being believe below
        beside besides better between beyond both brief but by came can cannot cant could couldn couldnt came certain certainly clearly
        come comes concerning consequently consider considering contain containing contains corresponding currently d definitely describe
        described despite did didn didnt do does doesn doesnt doing don done dont down downwards during each either else elsewhere enough
        entirely especially etc even ever every everybody everyone everything everywhere exactly example except far few fewer followed
        following follows for former formerly from further furthermore gave get gets getting give given gives giving go goes going gone
        gonna gosh got gotta gotten greetings had hadn hadnt happens hardly has hasn hasnt have haven havent having he hello hence her
        here hereby herein hers herself hi hiya him himself his hither hopefully how howbeit however i id ie if ill im in inasmuch
        indeed indicate indicated indicates inner insofar instead into inward is isn isnt it itd itll its itself ive just keep keeps kept
        kindly know known knows lately later latter latterly least less lest let lets like liked likely little ll look looking looks m
        made mainly make makes making many may maybe me mean means meant meanwhile merely might mine more moreover most mostly much must
        mustn my myself name namely near nearly necessary need needed needs neither never nevertheless next no nobody non none noone nor
        normally not nothing now nowhere obviously of off often oh ok okay on once one ones only onto or other others otherwise ought our
        ours ourselves out outside over overall own particular particularly per perhaps placed please pls plus plz possible presumably
        probably provide provides put quite rather re really reasonably regarding regardless regards relatively respectively right said
        same saw say saying says see seeing seem seemed seeming seems seen sensible sent serious seriously several shall she should
        shouldn shouldnt since so some somebody somehow someone something sometime sometimes somewhat somewhere soon sorry specified
        specify specifying still such sup sure t take taken takes taking tell telling tells tend tends th than thank thanks thanx that
        thatll thats the their theirs them themselves then thence there thereafter thereby therefore therein theres thereupon these they
        theyd theyll theyre theyve think thinks this thorough thoroughly those though through throughout thru thus thx to together too
        took toward towards tried tries truly try trying u under unfortunately unless unlikely until unto up upon ur us use used useful
        uses using usually v various very via vs want wanted wanting wants was wasn wasnt way ways we wed welcome well went were weren
        werent weve what whatever whats when whence whenever where whereafter whereas whereby wherein whereupon wherever whether which
        while whither who whoever whole whom whose why will willing wish with within without won wonder wondering wont would wouldn
        wouldnt wot wud y yeah yes yet you youd youll your youre yours yourself yourselves youve
        ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't he'd he'll he's here's how's i'd i'll i'm i've isn't it'd
        it'll it's let's mustn't shan't she'd she'll she's shouldn't that'll that's there'd there's they'd they'll they're they've
        wasn't we'd we'll we're we've weren't what'll what's when's where's who'd who'll who's why's won't wouldn't y'all you'd you'll
        you're you've
        """;

    public static readonly HashSet<string> All =
        new(Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
