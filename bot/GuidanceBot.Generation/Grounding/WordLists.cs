using System.Collections.Frozen;

namespace GuidanceBot.Generation.Grounding;

/// <summary>The closed lists of English words by which texts are compared. They are part of the check, like the form of a number.</summary>
internal static class WordLists
{
    /// <summary>May be added or left out: they carry nothing of a rule.</summary>
    public static readonly FrozenSet<string> Glue = Set("a an the this that these those it its they them their there is are was were has have had which who also very really simply please therefore thus");

    public static readonly FrozenSet<string> Negations = Set("not never no none nobody nothing nowhere neither nor without cannot");

    public static readonly FrozenSet<string> Modalities = Set("must should may might can could will would shall ought need require required advise advised recommend recommended allow allowed permit permitted consider have-to");

    public static readonly FrozenSet<string> Conditions = Set(
        "if unless except until till when whenever while where provided providing otherwise instead but however although though only even whether depending or before after during within between first last always sometimes usually often rarely every each all any some most least both either more less fewer than as");

    /// <summary>Words after a number that belong to it.</summary>
    public static readonly FrozenSet<string> Units = Set(
        "% percent hour hr minute min second sec day week month year night degree celsius °c °f c mg g kg ml l litre cm mm m metre mile tog am pm working calendar school pound £ p time people baby parent place page section");

    /// <summary>A stretch that begins so explains or lists examples: it may be left out when nothing in it binds.</summary>
    public static readonly FrozenSet<string> Asides = Set("which who whose including especially particularly because since such-as for-example for-instance");

    /// <summary>Ways to say the same, the plainer one second. Each is one or more words.</summary>
    public static readonly IReadOnlyList<(string[] Long, string Plain)> Plainer =
    [
        .. ("in_order_to=to so_as_to=to prior_to=before in_the_event_of=if in_the_event_that=if "
            + "as_soon_as_possible=as-soon-as-possible make_sure=ensure such_as=such-as for_example=for-example "
            + "for_instance=for-instance per_cent=% percent=% have_to=have-to has_to=have-to had_to=have-to do_not=not does_not=not "
            + "did_not=not is_not=not are_not=not infant=baby commence=start begin=start utilise=use purchase=buy assist=help "
            + "assistance=help approximately=about sufficient=enough attempt=try obtain=get regarding=about concerning=about "
            + "additional=extra demonstrate=show immediately=at-once straight_away=at-once at_once=at-once telephone=phone "
            + "settee=sofa couch=sofa practitioner=professional")
            .Split(' ').Select(pair => pair.Split('=')).Select(pair => (pair[0].Split('_'), pair[1])).OrderByDescending(pair => pair.Item1.Length),
    ];

    /// <summary>Numbers in words. "One" counts only before a unit or "in": else it is a pronoun.</summary>
    public static readonly FrozenDictionary<string, string> Numbers = Table(
        "one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 "
        + "fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 "
        + "eighty=80 ninety=90 hundred=100 thousand=1000 half=half quarter=quarter third=third twice=twice double=double "
        + "once=once dozen=dozen zero=0");

    public static readonly FrozenDictionary<string, string> Contractions = Table(
        "can't=can_not cannot=can_not won't=will_not shan't=shall_not don't=do_not doesn't=does_not didn't=did_not isn't=is_not "
        + "aren't=are_not wasn't=was_not weren't=were_not hasn't=has_not haven't=have_not mustn't=must_not shouldn't=should_not "
        + "couldn't=could_not wouldn't=would_not mightn't=might_not needn't=need_not it's=it_is you're=you_are they're=they_are "
        + "there's=there_is that's=that_is you'll=you_will they'll=they_will");

    /// <summary>Pairs as <c>word=other_words</c>.</summary>
    private static FrozenDictionary<string, string> Table(string pairs) => pairs.Split(' ')
        .Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1].Replace('_', ' '), StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
