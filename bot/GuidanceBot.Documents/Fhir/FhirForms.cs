using System.Globalization;
using System.Text.Json;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace GuidanceBot.Documents.Fhir;

/// <summary>A <see cref="CompletedForm"/> as resources of FHIR R4, in JSON.</summary>
public static class FhirForms
{
    public const string MediaType = "application/fhir+json";

    /// <summary>The questions' names begin with this: no address, because nobody serves them.</summary>
    public const string Namespace = "urn:guidancebot:";

    private const string AbsentReasons = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

    private static readonly JsonSerializerOptions Indented = new JsonSerializerOptions { WriteIndented = true }.ForFhir(ModelInfo.ModelInspector);

    /// <summary>The answers: a <c>QuestionnaireResponse</c> without subject, author and source.</summary>
    public static string Response(CompletedForm form) => JsonSerializer.Serialize(
        new QuestionnaireResponse
        {
            Language = Paper.Language,
            Questionnaire = $"{CanonicalOf(form)}|{form.Version}",
            Status = form.Finished
                ? QuestionnaireResponse.QuestionnaireResponseStatus.Completed
                : QuestionnaireResponse.QuestionnaireResponseStatus.InProgress,
            Authored = Day(form.Made),
            Item =
            [
                .. form.Questions.Where(question => question.Answer is not null).Select(question => new QuestionnaireResponse.ItemComponent
                {
                    LinkId = question.Id,
                    Text = question.Text,
                    Answer = [new QuestionnaireResponse.AnswerComponent { Value = Coding(form, question.Answer!) }],
                }),
            ],
        },
        Indented);

    /// <summary>The questions that the response refers to.</summary>
    public static string Questionnaire(CompletedForm form) => JsonSerializer.Serialize(
        new Questionnaire
        {
            Language = Paper.Language,
            Url = CanonicalOf(form),
            Version = form.Version,
            Name = "Q_" + form.Name.Replace('-', '_'),
            Title = form.Title,
            Status = PublicationStatus.Draft,
            Item =
            [
                .. form.Questions.Select(question => new Questionnaire.ItemComponent
                {
                    LinkId = question.Id,
                    Text = question.Text,
                    Type = Hl7.Fhir.Model.Questionnaire.QuestionnaireItemType.Choice,
                    AnswerOption =
                    [
                        .. question.Choices.Select(choice => Coding(form, new FormAnswer.Chosen(choice)))
                            .Append(Coding(form, new FormAnswer.NotKnown()))
                            .Append(Coding(form, new FormAnswer.Declined()))
                            .Select(coding => new Questionnaire.AnswerOptionComponent { Value = coding }),
                    ],
                }),
            ],
        },
        Indented);

    private static Coding Coding(CompletedForm form, FormAnswer answer) => answer switch
    {
        FormAnswer.Chosen chosen => new Coding($"{Namespace}answers:{form.Name}", chosen.Choice.Code, chosen.Choice.Words),
        FormAnswer.NotKnown => new Coding(AbsentReasons, "asked-unknown", "Asked But Unknown"),
        _ => new Coding(AbsentReasons, "asked-declined", "Asked But Declined"),
    };

    private static string CanonicalOf(CompletedForm form) => $"{Namespace}questionnaire:{form.Name}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
