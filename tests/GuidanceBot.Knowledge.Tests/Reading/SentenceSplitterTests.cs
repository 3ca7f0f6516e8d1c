using CsCheck;
using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Tests.Reading;

public sealed class SentenceSplitterTests
{
    /// <summary>Paragraphs with a bar where a sentence ends.</summary>
    public static TheoryData<string> Paragraphs =>
    [
        "One sentence.",
        "First one. | Second one.",
        "Is it safe? | No! | Never.",
        "Use a flat surface, e.g. a cot, not i.e. a nest.",
        "Ask Dr. Brown or Prof. Green about it. | Then record it.",
        "The risk is 4.4% at 2.5 kg. | It falls later.",
        "Call at 9 a.m. on Monday. | Then wait.",
        "See p. 42 and no. 5 of the list. | Then go on.",
        "Read www.example.org/a.b for more. | Then ask.",
        "She said \"Put him down.\" | Then she left.",
        "Wait (not long.) | Then go.",
        "J. Smith wrote it. | It is old.",
        "Ring 999. | If you cannot speak, press 55.",
        "No full stop at the end",
        "It trails off... | Then it goes on.",
        "Two spaces.  | And a tab.",
        "under 1s. lower case goes on as one sentence.",
    ];

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void A_paragraph_is_cut_where_its_sentences_end(string marked)
    {
        var expected = marked.Split(" | ").Select(s => s.Trim()).ToArray();
        var paragraph = marked.Replace(" | ", " ", StringComparison.Ordinal);

        var sentences = SentenceSplitter.Split(paragraph).Select(s => paragraph.Substring(s.Start, s.Length).Trim()).ToArray();

        Assert.Equal(expected, sentences);
    }

    [Fact]
    public void Whatever_the_text_the_sentences_keep_their_order_and_leave_out_only_white_space()
    {
        Gen.String[Gen.Char["abcZ .!?\"()\n1’"], 0, 60].Sample(text =>
        {
            var (end, left) = (0, "");
            foreach (var (start, length) in SentenceSplitter.Split(text))
            {
                Assert.True(start >= end && length > 0);
                left += text[end..start];
                end = start + length;
            }

            Assert.True(string.IsNullOrWhiteSpace(left + text[end..]));
        });
    }
}
