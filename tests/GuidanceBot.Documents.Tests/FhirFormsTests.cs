using System.Text.Json;
using GuidanceBot.Documents.Fhir;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace GuidanceBot.Documents.Tests;

public sealed class FhirFormsTests
{
    private static readonly JsonSerializerOptions Fhir = new JsonSerializerOptions().ForFhir(ModelInfo.ModelInspector).UsingMode(DeserializationMode.Strict);

    private static readonly FormChoice Cot = new("cot", "Own cot");

    private static readonly CompletedForm Form = new(
        "co-sleeping",
        "Co-sleeping",
        "1a2b3c4d",
        new DateOnly(2026, 11, 27),
        Finished: true,
        [
            new FormQuestion("q_tonight", "tonight's place", [Cot, new FormChoice("bed", "The bed")], new FormAnswer.Chosen(Cot)),
            new FormQuestion("q_smoke", "smoking", [new FormChoice("no", "Nobody")], new FormAnswer.NotKnown()),
            new FormQuestion("q_drink", "alcohol", [new FormChoice("no", "Nobody")], new FormAnswer.Declined()),
            new FormQuestion("q_later", "not reached", [new FormChoice("x", "X")], null),
        ]);

    [Fact]
    public void The_answers_are_read_back_and_found_valid_by_the_library()
    {
        var response = JsonSerializer.Deserialize<QuestionnaireResponse>(FhirForms.Response(Form), Fhir)!;

        Assert.Equal(QuestionnaireResponse.QuestionnaireResponseStatus.Completed, response.Status);
        Assert.Equal("urn:guidancebot:questionnaire:co-sleeping|1a2b3c4d", response.Questionnaire);
        Assert.Equal(["q_tonight", "q_smoke", "q_drink"], response.Item.Select(item => item.LinkId));
        Assert.Equal(["cot", "asked-unknown", "asked-declined"], response.Item.Select(item => ((Coding)item.Answer.Single().Value!).Code));
    }

    [Fact]
    public void The_library_does_find_what_is_not_valid() =>
        Assert.Throws<DeserializationFailedException>(() => JsonSerializer.Deserialize<QuestionnaireResponse>(
            FhirForms.Response(Form).Replace("\"completed\"", "\"done\"", StringComparison.Ordinal), Fhir));

    [Fact]
    public void The_answers_name_nobody()
    {
        var response = JsonSerializer.Deserialize<QuestionnaireResponse>(FhirForms.Response(Form), Fhir)!;

        Assert.Null(response.Subject);
        Assert.Null(response.Author);
        Assert.Null(response.Source);
        Assert.Null(response.Encounter);
        Assert.Null(response.Identifier);
    }

    [Fact]
    public void An_unfinished_form_is_in_progress() =>
        Assert.Equal(
            QuestionnaireResponse.QuestionnaireResponseStatus.InProgress,
            JsonSerializer.Deserialize<QuestionnaireResponse>(FhirForms.Response(Form with { Finished = false }), Fhir)!.Status);

    [Fact]
    public void The_questions_are_valid_and_every_answer_is_among_what_they_offer()
    {
        var questions = JsonSerializer.Deserialize<Questionnaire>(FhirForms.Questionnaire(Form), Fhir)!;
        var response = JsonSerializer.Deserialize<QuestionnaireResponse>(FhirForms.Response(Form), Fhir)!;

        Assert.Equal($"{questions.Url}|{questions.Version}", response.Questionnaire);
        Assert.All(response.Item, item =>
        {
            var offered = questions.Item.Single(question => question.LinkId == item.LinkId).AnswerOption.Select(option => (Coding)option.Value!);
            var given = (Coding)item.Answer.Single().Value!;
            Assert.Contains(offered, coding => coding.System == given.System && coding.Code == given.Code);
        });
    }
}
