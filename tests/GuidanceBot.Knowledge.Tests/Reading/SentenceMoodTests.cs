using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Tests.Reading;

public sealed class SentenceMoodTests
{
    [Theory]
    [InlineData("You must refer the same day.", Modality.Must)]
    [InlineData("The worker should tell the parents.", Modality.Should)]
    [InlineData("You may share it without consent.", Modality.May)]
    [InlineData("In May the course runs again.", Modality.None)]
    [InlineData("Do not wait for the visit.", Modality.DoNot)]
    [InlineData("Never shake a baby.", Modality.DoNot)]
    [InlineData("If a baby is asleep, do not add a blanket.", Modality.DoNot)]
    [InlineData("The parent must not be left alone.", Modality.DoNot)]
    [InlineData("Parents who do not agree can be asked again.", Modality.None)]
    [InlineData("Tell the parents what you saw.", Modality.None)]
    public void How_binding_a_sentence_is_is_read_from_its_words(string sentence, Modality expected)
    {
        Assert.Equal(expected, SentenceMood.ModalityOf(sentence));
    }

    [Theory]
    [InlineData("Unless the baby is ill, no blanket is needed.", true)]
    [InlineData("However, the county differs.", true)]
    [InlineData("Only a doctor can say so.", true)]
    [InlineData("This does not apply to twins.", true)]
    [InlineData("Do not use it on a baby.", true)]
    [InlineData("The exception is a car journey.", true)]
    [InlineData("Put the baby on the back.", false)]
    [InlineData("It is in the library.", false)]
    public void A_sentence_that_limits_the_one_before_travels_with_it(string sentence, bool expected)
    {
        Assert.Equal(expected, SentenceMood.QualifiesPrevious(sentence, isListItem: false));
    }
}
