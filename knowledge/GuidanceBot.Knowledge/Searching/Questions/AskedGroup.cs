namespace GuidanceBot.Knowledge.Searching.Questions;

/// <summary>A word or phrase of the question with what may stand for it in a passage: the best of these counts, once.</summary>
/// <param name="Written">As it was written.</param>
/// <param name="Ways">The word itself first, then what the thesaurus adds; none when no passage knows any of them.</param>
/// <param name="Weight">How much it counts: 1 for a word asked once.</param>
/// <param name="Idf">How telling it is.</param>
internal sealed record AskedGroup(string Written, IReadOnlyList<AskedWay> Ways, double Weight, double Idf);

/// <summary>One way in which a passage may say it.</summary>
/// <param name="Slots">The terms, as indexes into <see cref="AskedQuestion.Terms"/>.</param>
/// <param name="Weight">1 as written, less for what the thesaurus adds.</param>
internal sealed record AskedWay(IReadOnlyList<int> Slots, double Weight);
