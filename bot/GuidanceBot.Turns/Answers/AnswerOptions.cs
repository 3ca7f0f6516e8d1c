using System.ComponentModel.DataAnnotations;

namespace GuidanceBot.Turns.Answers;

/// <summary>How much one answer says.</summary>
public sealed class AnswerOptions
{
    public const string Section = "Answers";

    /// <summary>The most words quoted for one part of a question, about: what qualifies a sentence is never cut off.</summary>
    /// <value>30 to 300 words.</value>
    [Range(30, 300)]
    public int MaxWords { get; set; } = 110;

    /// <summary>The most contacts shown with an answer.</summary>
    /// <value>1 to 6.</value>
    [Range(1, 6)]
    public int MaxContacts { get; set; } = 3;

    /// <summary>The most related passages offered under an answer.</summary>
    /// <value>0 to 5.</value>
    [Range(0, 5)]
    public int MaxSuggestions { get; set; } = 3;
}
