using System.ComponentModel.DataAnnotations;

namespace GuidanceBot.Knowledge;

/// <summary>Where the guidance lies and how sure the bot must be before it answers.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>
    /// The folder of Markdown files; contacts.yaml and thesaurus.yaml stand in the folder above it. Absolute, or relative to the program.
    /// </summary>
    [Required]
    public string CorpusPath { get; set; } = "knowledge/corpus";

    /// <summary>
    /// The folder of ingested documents, written by <c>guidancebot ingest</c>. Absolute, or relative to the working folder; it need not exist.
    /// </summary>
    [Required]
    public string LibraryPath { get; set; } = "library";

    /// <summary>
    /// The folder in which the index is kept between runs, absolute or relative to the working folder; empty: built in memory at each
    /// start, which for the shipped corpus takes a fraction of a second.
    /// </summary>
    public string IndexPath { get; set; } = "";

    /// <summary>From this confidence the best passage is the answer.</summary>
    /// <value>0 to 2, no unit. Measured: knowledge/decisions/0002-three-bands.md.</value>
    [Range(0, 2)]
    public double AnswerFrom { get; set; } = 0.70;

    /// <summary>From this confidence, up to <see cref="AnswerFrom"/>, the closest passages are offered as choices; below it nothing is.</summary>
    /// <value>0 to <see cref="AnswerFrom"/>, no unit. Measured: knowledge/decisions/0002-three-bands.md.</value>
    [Range(0, 2)]
    public double ChooseFrom { get; set; } = 0.50;

    /// <summary>The corpus as an absolute path.</summary>
    public string CorpusFolder => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, CorpusPath));

    /// <summary>The library as an absolute path.</summary>
    public string LibraryFolder => Path.GetFullPath(LibraryPath);
}
