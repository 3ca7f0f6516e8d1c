using CsCheck;
using GuidanceBot.Turns.Safety.PersonalData;

namespace GuidanceBot.Turns.Tests.Safety;

public sealed class PersonalDataCheckTests
{
    // Everything here is invented: the NHS number is the Data Dictionary's example, the telephone numbers are Ofcom's for drama.
    public static TheoryData<string, PersonalDataKind, string> Personal => new()
    {
        { "her nhs is 943 476 5919", PersonalDataKind.NhsNumber, "943 476 5919" },
        { "9434765919", PersonalDataKind.NhsNumber, "9434765919" },
        { "NHS no 999 000 0000 please", PersonalDataKind.NhsNumber, "999 000 0000" },
        { "DOB 01/10/2026", PersonalDataKind.DateOfBirth, "01/10/2026" },
        { "born on 3rd of March 2026", PersonalDataKind.DateOfBirth, "3rd of March 2026" },
        { "they live at de1 2qy", PersonalDataKind.Postcode, "de1 2qy" },
        { "ring 07700 900123", PersonalDataKind.PhoneNumber, "07700 900123" },
        { "mum is on +44 7700 900123", PersonalDataKind.PhoneNumber, "+44 7700 900123" },
        { "email sam.sample@example.org", PersonalDataKind.EmailAddress, "sam.sample@example.org" },
        { "visited Mrs Sample today", PersonalDataKind.FullName, "Sample" },
        { "baby Testname Sample is on the sofa", PersonalDataKind.FullName, "Testname Sample" },
        { "her name is Testina Sample", PersonalDataKind.FullName, "Testina Sample" },
        { "flat 3, 12 Sample Street", PersonalDataKind.StreetAddress, "flat 3, 12 Sample Street" },
    };

    public static TheoryData<string> Impersonal => new()
    {
        "Royal Derby Hospital",
        "ring Call Derbyshire or Starting Point",
        "case number 1234567890",
        "1111111111",
        "LDS19 and OD20 review",
        "baby is 6 weeks, born at 34 weeks, 2.4 kg",
        "the visit is on 12/11/2026",
        "mum Black and baby Moses Basket",
        "38.5 at 10 weeks, 101, 111, 999",
        "Every Baby Matters, Keeping Babies Safe strategy",
        "S47 and NG194 and BS EN 716",
        "room 16-20 C",
        "the Lullaby Trust says no",
        "Child In Need plan",
        "12 week old baby, 3 rd floor flat",
    };

    [Theory]
    [MemberData(nameof(Personal))]
    public void What_may_identify_somebody_is_noticed_where_it_stands(string message, PersonalDataKind kind, string words)
    {
        var found = Assert.Single(PersonalDataCheck.Find(message));

        Assert.Equal(kind, found.Kind);
        Assert.Equal(words, message.Substring(found.Span.Start, found.Span.Length));
    }

    [Theory]
    [MemberData(nameof(Impersonal))]
    public void Places_services_and_plain_numbers_are_nobody(string message)
    {
        Assert.Empty(PersonalDataCheck.Find(message));
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        Gen.String[0, 400].Sample(text => PersonalDataCheck.Find(text) is not null);
    }

    [Theory]
    [InlineData("where should he sleep? dob 14/02/2026, nhs number 943 476 5919", "where should he sleep?  , ")]
    [InlineData("what is the tog for summer", "what is the tog for summer")]
    public void A_question_is_asked_without_it(string message, string expected) =>
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), PersonalDataCheck.WithoutIt(message).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
