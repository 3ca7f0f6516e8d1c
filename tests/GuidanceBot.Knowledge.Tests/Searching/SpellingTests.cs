using CsCheck;
using GuidanceBot.Knowledge.Searching.Index;
using GuidanceBot.Knowledge.Searching.Questions;

namespace GuidanceBot.Knowledge.Tests.Searching;

public sealed class SpellingTests
{
    private static readonly Spelling Spelling = new(Known("bruising", "swaddling", "baby", "bath", "sleep", "sharing", "bed", "cot", "escalation", "the", "mattress", "mattresses"));

    [Theory]
    [InlineData("brusing", "bruising")]
    [InlineData("bruisign", "bruising")]
    [InlineData("babby", "baby")]
    [InlineData("slepe", "sleep")]
    [InlineData("batj", "bath")]
    [InlineData("matress", "mattress")]
    [InlineData("teh", null)]
    [InlineData("bxth2", null)]
    [InlineData("xylophone", null)]
    public void One_slip_is_forgiven_in_words_of_four_letters_and_more(string word, string? expected)
    {
        Assert.Equal(expected, Spelling.Repair(word, slips: 1));
    }

    [Theory]
    [InlineData("esculaton", "escalation")]
    [InlineData("slaep", null)]
    public void Two_slips_are_forgiven_from_eight_letters(string word, string? expected)
    {
        Assert.Equal(expected, Spelling.Repair(word, slips: 2));
    }

    [Theory]
    [InlineData("bedsharing", "bed sharing")]
    [InlineData("cotsleep", "cot sleep")]
    [InlineData("bedroom", null)]
    public void Two_words_run_together_are_parted(string word, string? expected)
    {
        Assert.Equal(expected, Spelling.Part(word) is { } parts ? $"{parts.First} {parts.Second}" : null);
    }

    [Fact]
    public void Slips_are_counted_the_same_from_either_side_and_never_missed()
    {
        var words = Gen.String[Gen.Char["abc"], 0, 7];
        Gen.Select(words, words).Sample((one, other) =>
        {
            var slips = Spelling.SlipsBetween(one, other, most: 20)!.Value;

            Assert.Equal(slips, Spelling.SlipsBetween(other, one, most: 20));
            Assert.Equal(one == other, slips == 0);
            Assert.InRange(slips, Math.Abs(one.Length - other.Length), Math.Max(one.Length, other.Length));
            Assert.Equal(slips <= 2 ? slips : null, Spelling.SlipsBetween(one, other, most: 2));
        });
    }

    [Fact]
    public void Any_one_slip_in_a_long_word_leads_back_to_it()
    {
        var slip = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 8], Gen.Char['a', 'z']);
        slip.Sample((kind, at, letter) =>
        {
            const string Word = "escalation";
            var slipped = kind switch
            {
                0 => Word.Remove(at, 1),
                1 => Word.Insert(at, $"{letter}"),
                2 => Word.Remove(at, 1).Insert(at, $"{letter}"),
                _ => Word.Remove(at, 1).Insert(at - 1, $"{Word[at]}"),
            };

            Assert.Equal(Word, Spelling.Repair(slipped, slips: 1));
        });
    }

    private static Vocabulary Known(params string[] words)
    {
        var vocabulary = new Vocabulary();
        foreach (var word in words)
        {
            var term = vocabulary.Add(word, passage: 0);
            if (term != Vocabulary.Stop)
            {
                vocabulary.CountPassage(term);
            }
        }

        return vocabulary;
    }
}
