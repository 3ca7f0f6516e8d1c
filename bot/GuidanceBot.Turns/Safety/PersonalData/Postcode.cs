namespace GuidanceBot.Turns.Safety.PersonalData;

/// <summary>Whether something of a postcode's form can be one: its area must exist in the United Kingdom.</summary>
internal static class Postcode
{
    // Royal Mail's postcode areas.
    private static readonly HashSet<string> Areas = new(
        ("AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG "
         + "HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S "
         + "SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static bool Fits(string text)
    {
        var area = string.Concat(text.TakeWhile(char.IsAsciiLetter));
        var inward = text[^2..];
        // The last two letters never are C, I, K, M, O or V.
        return Areas.Contains(area) && !inward.Any(c => "CIKMOVcikmov".Contains(c, StringComparison.Ordinal));
    }
}
