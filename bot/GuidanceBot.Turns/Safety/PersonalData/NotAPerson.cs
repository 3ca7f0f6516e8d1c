namespace GuidanceBot.Turns.Safety.PersonalData;

/// <summary>Words with capitals that are places, services and tools, not people.</summary>
internal static class NotAPerson
{
    private static readonly HashSet<string> Words = new(
        ("royal derby derbyshire chesterfield hospital call starting point team service services trust council city county nhs lullaby every baby babies matters safe safer "
         + "sleep sleeping child children moses basket keeping initial response first contact social care family hub centre surgery practice health visitor visiting midwife "
         + "ambulance police early help review conference plan protection quality conversations conversation home safety unit ward house school nursery university north east "
         + "west south midlands england united kingdom black blue grey red care line monday tuesday wednesday thursday friday saturday sunday january february march april may "
         + "june july august september october november december christmas bank holiday high low assessment tool bed sharing co step steps three strategy champion champions "
         + "section working together procedures guidance policy emas ddscp dcht uhdb icon sids sudi the a an no is has was on in at of and or adult parent")
            .Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether any word of a would-be name says that it is none.</summary>
    public static bool Contains(string name) => name.Split(' ', '-').Any(Words.Contains);
}
