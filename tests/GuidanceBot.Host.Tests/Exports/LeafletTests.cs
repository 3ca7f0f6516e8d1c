using CsCheck;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Documents;
using GuidanceBot.Host.Tests.Conversations;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Exports;

namespace GuidanceBot.Host.Tests.Exports;

/// <summary>The page for parents, for every answer that somebody may have given.</summary>
public sealed class LeafletTests(ProgramFixture program) : IClassFixture<ProgramFixture>
{
    /// <summary>A4 in the leaflet's type holds about 400 in lists; looked at in a word processor.</summary>
    private const int MostWords = 370;

    private static readonly string[] Bands = ["red", "redToDiscuss", "amber", "green"];

    private LeafletMaker Leaflets => program.Get<LeafletMaker>();

    public static TheoryData<string> Pathways => ["co-sleeping", "safer-sleep", "every-baby-matters", "home-safety"];

    [Theory]
    [InlineData("The cat sat on the mat.", 4)]
    [InlineData("Infants predisposed to respiratory vulnerability necessitate continuous multidisciplinary observation.", 20)]
    public void The_measure_tells_easy_from_hard(string text, double about) =>
        Assert.InRange(ReadingAge.Of(text), about - 5, about + 30);

    [Theory]
    [MemberData(nameof(Pathways))]
    public void Every_line_has_a_reading_age_under_ten(string pathway)
    {
        var lines = Definition(pathway).Questions
            .SelectMany(question => Bands, (question, band) => (question, band))
            .SelectMany(pair => Values(pair.question), (pair, value) => Make(pathway, pair.band, new() { [pair.question.Id] = value }))
            .SelectMany(Lines)
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        Assert.True(lines.Length > 10);
        Assert.All(lines, line => Assert.True(ReadingAge.Of(line) < 10, $"{ReadingAge.Of(line):0.0} years: {line}"));
    }

    [Theory]
    [MemberData(nameof(Pathways))]
    public void Whatever_was_answered_the_page_has_a_reading_age_under_ten_and_fits_one_page(string pathway)
    {
        var questions = Definition(pathway).Questions;
        Gen.Select(Gen.Int[0, Bands.Length - 1], Gen.Int[0, 1000].Array[questions.Count]).Sample(
            pick =>
            {
                var answers = questions.Index().ToDictionary(
                    question => question.Item.Id, question => Values(question.Item)[pick.Item2[question.Index] % Values(question.Item).Count], StringComparer.Ordinal);
                var text = string.Join('\n', Lines(Make(pathway, Bands[pick.Item1], answers)));
                Assert.True(ReadingAge.Of(text) < 10, $"{ReadingAge.Of(text):0.0} years:\n{text}");
                Assert.True(text.Split([' ', '\n']).Length <= MostWords, $"{text.Split([' ', '\n']).Length} words");
            },
            iter: 200,
            threads: 1);
    }

    /// <summary>Somebody else at home may read it.</summary>
    [Theory]
    [InlineData("co-sleeping", "smoke")]
    [InlineData("co-sleeping", "alcohol")]
    [InlineData("co-sleeping", "medicine")]
    [InlineData("co-sleeping", "disagree")]
    [InlineData("safer-sleep", "shaken")]
    [InlineData("safer-sleep", "risks")]
    [InlineData("every-baby-matters", "safe")]
    [InlineData("every-baby-matters", "mood")]
    [InlineData("every-baby-matters", "substances")]
    public void What_was_disclosed_changes_no_word_of_it(string pathway, string question)
    {
        var asked = Definition(pathway).Find(question)!;
        var pages = Values(asked).Select(value => string.Join('\n', Lines(Make(pathway, "amber", new() { [question] = value })))).Distinct();

        Assert.Single(pages);
    }

    [Theory]
    [MemberData(nameof(Pathways))]
    public void No_code_and_no_mark_of_the_content_is_printed(string pathway) =>
        Assert.All(Lines(Make(pathway, "red", [])), line => Assert.DoesNotContain("[", line, StringComparison.Ordinal));

    private PathwayDefinition Definition(string pathway) => program.Get<PathwayDefinitions>().Find(pathway)!;

    private static List<string> Values(PathwayQuestion question) =>
        [.. question.Choices.Select(choice => choice.Value), PathwayAnswers.NotKnown, PathwayAnswers.PreferNotToSay];

    private Paper Make(string pathway, string band, Dictionary<string, string> answers)
    {
        var given = new DialogObject();
        foreach (var (question, value) in answers)
        {
            given[question] = value;
        }

        var state = new DialogObject
        {
            ["v"] = 1L,
            ["conversation"] = new DialogObject
            {
                [PathwayCatalogue.KeyOf(pathway)] = new DialogObject
                {
                    ["reached"] = answers.Keys.Select(key => (object?)key).ToList(),
                    ["answers"] = given,
                    ["band"] = band,
                    ["done"] = true,
                },
            },
        };
        return Leaflets.Make(pathway, PathwayMemory.Read(ValueJson.ToUtf8(state)))!;
    }

    private static IEnumerable<string> Lines(Paper paper) => paper.Blocks.SelectMany(block => block switch
    {
        Points points => points.Items,
        Prose prose => [prose.Text],
        Heading heading => [heading.Text],
        _ => Array.Empty<string>(),
    }).Prepend(paper.Title).Select(line => line.Replace("**", "", StringComparison.Ordinal));
}
