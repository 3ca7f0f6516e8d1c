using GuidanceBot.Dialogs.Inputs;
using GuidanceBot.Dialogs.Recognizers;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Inputs;

public sealed class ChoiceFinderTests
{
    private static readonly Choice[] Colours =
    [
        new("red", ["crimson", "the colour of blood"]),
        new("light green", ["pistachio"]),
        new("green", []),
        new("I am not sure", ["not sure", "don't know"]),
    ];

    public static TheoryData<string, int, string> Answers => new()
    {
        { "red", 0, "the value" },
        { "RED", 0, "case does not count" },
        { "I would like red please", 0, "within a sentence" },
        { "crimson", 0, "a synonym" },
        { "the colour of blood it is", 0, "a synonym of several words" },
        { "green", 2, "the value that is all of it" },
        { "light green", 1, "the longer of two that fit" },
        { "light rather than green", 2, "fewest words skipped" },
        { "light, they said at length, green", 2, "too many words between" },
        { "2", 1, "by number" },
        { "the third one", 2, "by ordinal" },
        { "number four", 3, "by a number in words" },
        { "last", 3, "the last" },
        { "not sure", 3, "a synonym with several words" },
        { "7", -1, "no such number" },
        { "0", -1, "no such number" },
        { "1.5", -1, "no whole number" },
        { "blue", -1, "none of them" },
        { "", -1, "nothing" },
        { "reddish", -1, "only whole words" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_means_a_choice(string answer, int place, string because) =>
        Assert.True(place == ChoiceFinder.Find(answer, Colours, FindOptions.Usual, EntityRecognizer.NumbersIn), because);

    [Theory]
    [InlineData("1", -1)]
    [InlineData("the first", 0)]
    public void Numbers_can_be_left_out(string answer, int place) =>
        Assert.Equal(place, ChoiceFinder.Find(answer, Colours, new FindOptions(RecognizeNumbers: false), EntityRecognizer.NumbersIn));

    [Fact]
    public void Values_can_be_left_out() =>
        Assert.Equal(-1, ChoiceFinder.Find("green", Colours, new FindOptions(NoValue: true), EntityRecognizer.NumbersIn));

    [Fact]
    public void A_part_of_a_choice_can_be_enough() =>
        Assert.Equal(0, ChoiceFinder.Find("blood", Colours, new FindOptions(AllowPartialMatches: true), EntityRecognizer.NumbersIn));

    [Theory]
    [InlineData("en-GB", "yes of course", true)]
    [InlineData("es", "Sí", true)]
    [InlineData("es-MX", "no", false)]
    [InlineData("de", "nein, danke", false)]
    [InlineData("ja", "はい", true)]
    [InlineData("de", "vielleicht", null)]
    public void Yes_and_no_are_understood_in_the_language_of_the_turn(string locale, string answer, bool? expected)
    {
        var words = ChoiceLocale.Of(locale);

        Assert.Equal(expected, words.IsEnglish ? EntityRecognizer.Confirmation(answer) : words.Read(answer));
    }

    [Theory]
    [InlineData("msteams", 3, "attachments")]
    [InlineData("msteams", 4, "\n   4. d")]
    [InlineData("webchat", 5, "suggestedActions")]
    [InlineData("sms", 3, " (1) a, (2) b, or (3) c")]
    public void Choices_are_shown_as_the_channel_can(string channel, int count, string shown)
    {
        var choices = "abcde"[..count].Select(letter => new Choice(letter.ToString(), [])).ToList();

        var prompt = ChoiceStyles.Show(new DialogObject { ["text"] = "Which?" }, choices, "auto", channel, ChoiceLocale.Of("en").Options);

        Assert.Contains(shown, prompt.ContainsKey(shown) ? shown : prompt["text"] as string ?? "", StringComparison.Ordinal);
    }
}
