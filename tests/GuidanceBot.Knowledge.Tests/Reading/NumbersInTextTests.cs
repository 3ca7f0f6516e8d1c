using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Tests.Reading;

public sealed class NumbersInTextTests
{
    [Theory]
    [InlineData("Ring 01332 641172 now.", "01332 641172")]
    [InlineData("Ring (01332) 641172 now.", "(01332) 641172")]
    [InlineData("Ring +44 1332 641172.", "+44 1332 641172")]
    [InlineData("Childline is 0800 1111.", "0800 1111")]
    [InlineData("Text 85258 for help.", "85258")]
    [InlineData("Ring 105 if the power fails.", "105")]
    [InlineData("Write to duty.desk@example.gov.uk today.", "duty.desk@example.gov.uk")]
    public void A_number_or_address_in_the_text_is_found(string text, string expected)
    {
        Assert.Equal(expected, Assert.Single(NumbersInText.In(text)).Found);
    }

    [Theory]
    [InlineData("Call 999 and, if you cannot speak, press 55.")]
    [InlineData("Ring 101 or 111.")]
    [InlineData("It was 0.25 per 1,000 births in 2019 to 2021.")]
    [InlineData("Call within 48 hours.")]
    [InlineData("The rate is 30:2 and the paper is from 2014.")]
    [InlineData("Ring 300 parents if you must.")]
    public void Emergency_numbers_and_figures_may_stand(string text)
    {
        Assert.Empty(NumbersInText.In(text));
    }
}
