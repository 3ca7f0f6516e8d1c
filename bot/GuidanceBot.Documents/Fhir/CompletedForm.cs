namespace GuidanceBot.Documents.Fhir;

/// <summary>The answers to a set of questions. Of nobody and by nobody: it names no subject and no author.</summary>
/// <param name="Name">Of the set, small letters and hyphens.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Version">The edition of the questions.</param>
/// <param name="Made">The day.</param>
/// <param name="Finished">False: there are more questions to come.</param>
/// <param name="Questions">Those that were put, in order.</param>
public sealed record CompletedForm(string Name, string Title, string Version, DateOnly Made, bool Finished, IReadOnlyList<FormQuestion> Questions);

/// <param name="Id">Unique in the form.</param>
/// <param name="Text">The question.</param>
/// <param name="Choices">The answers it offers.</param>
/// <param name="Answer">The one that was chosen, or null.</param>
public sealed record FormQuestion(string Id, string Text, IReadOnlyList<FormChoice> Choices, FormAnswer? Answer);

/// <param name="Code">For machines.</param>
/// <param name="Words">For people.</param>
public sealed record FormChoice(string Code, string Words);

/// <summary>What was answered.</summary>
public abstract record FormAnswer
{
    private FormAnswer()
    {
    }

    public sealed record Chosen(FormChoice Choice) : FormAnswer;

    /// <summary>Asked, and not known.</summary>
    public sealed record NotKnown : FormAnswer;

    /// <summary>Asked, and preferred not to say.</summary>
    public sealed record Declined : FormAnswer;
}
