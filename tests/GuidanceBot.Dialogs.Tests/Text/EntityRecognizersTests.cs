using CsCheck;
using GuidanceBot.Dialogs.Text;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Text;

/// <summary>What is recognized: the recognizer, the text, the words found, what they mean as JSON. Now is Wednesday, 15 March 2023, 10:00.</summary>
public sealed class EntityRecognizersTests
{
    private static readonly DateTime Now = new(2023, 3, 15, 10, 0, 0, DateTimeKind.Unspecified);

    public static TheoryData<string, string, string, string> Found => new()
    {
        { "Number", "I have 23 apples", "23", "{subtype: 'integer', value: '23'}" },
        { "Number", "twenty-three of them", "twenty-three", "{subtype: 'integer', value: '23'}" },
        { "Number", "one hundred and five", "one hundred and five", "{subtype: 'integer', value: '105'}" },
        { "Number", "a thousand", "a thousand", "{subtype: 'integer', value: '1000'}" },
        { "Number", "two million three hundred thousand", "two million three hundred thousand", "{subtype: 'integer', value: '2300000'}" },
        { "Number", "1,234.5 grams", "1,234.5", "{subtype: 'decimal', value: '1234.5'}" },
        { "Number", "it is -4 outside", "-4", "{subtype: 'integer', value: '-4'}" },
        { "Number", "minus seven", "minus seven", "{subtype: 'integer', value: '-7'}" },
        { "Number", "a couple of times", "a couple", "{subtype: 'integer', value: '2'}" },
        { "Number", "half", "half", "{subtype: 'decimal', value: '0.5'}" },
        { "Number", "one and a half", "one and a half", "{subtype: 'decimal', value: '1.5'}" },
        { "Number", "three quarters", "three quarters", "{subtype: 'decimal', value: '0.75'}" },
        { "Number", "1/2", "1/2", "{subtype: 'fraction', value: '0.5'}" },
        { "Number", "two point five", "two point five", "{subtype: 'decimal', value: '2.5'}" },
        { "Number", "5k people", "5k", "{subtype: 'integer', value: '5000'}" },
        { "Number", "two dozen eggs", "two dozen", "{subtype: 'integer', value: '24'}" },
        { "Ordinal", "the 3rd one", "3rd", "{offset: '3', relativeTo: 'start', value: '3'}" },
        { "Ordinal", "twenty-first", "twenty-first", "{offset: '21', relativeTo: 'start', value: '21'}" },
        { "Ordinal", "the last of them", "last", "{offset: '0', relativeTo: 'end', value: 'end'}" },
        { "Percentage", "about 50% of it", "50%", "{value: '50%'}" },
        { "Percentage", "ten per cent", "ten per cent", "{value: '10%'}" },
        { "NumberRange", "between 5 and 10 days", "between 5 and 10", "{value: '(5,10)'}" },
        { "NumberRange", "from 5 to 10", "from 5 to 10", "{value: '[5,10)'}" },
        { "NumberRange", "more than twelve", "more than twelve", "{value: '(12,)'}" },
        { "NumberRange", "at most 3", "at most 3", "{value: '(,3]'}" },
        { "Age", "the baby is 7 weeks old", "7 weeks old", "{value: '7', unit: 'Week'}" },
        { "Age", "a five-year-old", "five-year-old", "{value: '5', unit: 'Year'}" },
        { "Age", "3 months", "3 months", "{value: '3', unit: 'Month'}" },
        { "Age", "I am 14 years old", "14 years old", "{value: '14', unit: 'Year'}" },
        { "Age", "a week old", "a week old", "{value: '1', unit: 'Week'}" },
        { "Currency", "it costs £5.50 now", "£5.50", "{value: '5.5', unit: 'Pound', isoCurrency: 'GBP'}" },
        { "Currency", "twenty dollars", "twenty dollars", "{value: '20', unit: 'Dollar', isoCurrency: 'USD'}" },
        { "Currency", "50p", "50p", "{value: '50', unit: 'Pence'}" },
        { "Dimension", "weighs 4.2kg", "4.2kg", "{value: '4.2', unit: 'Kilogram'}" },
        { "Dimension", "six miles", "six miles", "{value: '6', unit: 'Mile'}" },
        { "Dimension", "120 ml of milk", "120 ml", "{value: '120', unit: 'Milliliter'}" },
        { "Temperature", "38.5 degrees", "38.5 degrees", "{value: '38.5', unit: 'Degree'}" },
        { "Temperature", "a room of 18°C", "18°C", "{value: '18', unit: 'C'}" },
        { "Temperature", "100 degrees fahrenheit", "100 degrees fahrenheit", "{value: '100', unit: 'F'}" },
        { "PhoneNumber", "ring 01632 960 001 please", "01632 960 001", "{value: '01632 960 001', score: '0.7'}" },
        { "PhoneNumber", "+44 (0)1632 960001", "+44 (0)1632 960001", "{value: '+44 (0)1632 960001', score: '0.7'}" },
        { "Email", "to a.b+c@example.co.uk.", "a.b+c@example.co.uk", "{value: 'a.b+c@example.co.uk'}" },
        { "Url", "see https://example.org/a?b=c.", "https://example.org/a?b=c", "{value: 'https://example.org/a?b=c'}" },
        { "Url", "see example.org", "example.org", "{value: 'example.org'}" },
        { "Ip", "from 192.0.2.1", "192.0.2.1", "{type: 'ipv4', value: '192.0.2.1'}" },
        { "Ip", "from 2001:db8::1 today", "2001:db8::1", "{type: 'ipv6', value: '2001:db8::1'}" },
        { "Guid", "id 00112233-4455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeeff", "{value: '00112233-4455-6677-8899-aabbccddeeff', score: '1'}" },
        { "Mention", "ask @someone", "@someone", "{value: '@someone'}" },
        { "Hashtag", "about #sleep", "#sleep", "{value: '#sleep'}" },
        { "Confirmation", "Yes please", "Yes", "{value: true, score: 1.0}" },
        { "Confirmation", "of course", "of course", "{value: true, score: 1.0}" },
        { "Confirmation", "nope", "nope", "{value: false, score: 1.0}" },
        { "Confirmation", "that's not ok", "not ok", "{value: false, score: 1.0}" },
        { "Confirmation", "I don't agree", "don't agree", "{value: false, score: 1.0}" },
        { "Confirmation", "👍", "👍", "{value: true, score: 1.0}" },
    };

    public static TheoryData<string, string, string, string> Dates => new()
    {
        { "today", "today", "date", "[{timex: '2023-03-15', value: '2023-03-15'}]" },
        { "I came yesterday", "yesterday", "date", "[{timex: '2023-03-14', value: '2023-03-14'}]" },
        { "the day after tomorrow", "the day after tomorrow", "date", "[{timex: '2023-03-17', value: '2023-03-17'}]" },
        { "on Friday", "Friday", "date", "[{timex: 'XXXX-WXX-5', value: '2023-03-10'}, {timex: 'XXXX-WXX-5', value: '2023-03-17'}]" },
        { "next Monday", "next Monday", "date", "[{timex: '2023-03-20', value: '2023-03-20'}]" },
        { "last friday", "last friday", "date", "[{timex: '2023-03-10', value: '2023-03-10'}]" },
        { "June 1st 2019", "June 1st 2019", "date", "[{timex: '2019-06-01', value: '2019-06-01'}]" },
        { "12 March 2023", "12 March 2023", "date", "[{timex: '2023-03-12', value: '2023-03-12'}]" },
        { "the 12th of March", "the 12th of March", "date", "[{timex: 'XXXX-03-12', value: '2023-03-12'}, {timex: 'XXXX-03-12', value: '2024-03-12'}]" },
        { "March 12, 2023", "March 12, 2023", "date", "[{timex: '2023-03-12', value: '2023-03-12'}]" },
        { "on the 20th", "20th", "date", "[{timex: 'XXXX-XX-20', value: '2023-02-20'}, {timex: 'XXXX-XX-20', value: '2023-03-20'}]" },
        { "2023-03-12", "2023-03-12", "date", "[{timex: '2023-03-12', value: '2023-03-12'}]" },
        { "12/3/23", "12/3/23", "date", "[{timex: '2023-03-12', value: '2023-03-12'}]" },
        { "12.3.2023", "12.3.2023", "date", "[{timex: '2023-03-12', value: '2023-03-12'}]" },
        { "3/25/2023", "3/25/2023", "date", "[{timex: '2023-03-25', value: '2023-03-25'}]" },
        { "in 2 weeks", "in 2 weeks", "date", "[{timex: '2023-03-29', value: '2023-03-29'}]" },
        { "three days ago", "three days ago", "date", "[{timex: '2023-03-12', value: '2023-03-12'}]" },
        { "a month from now", "a month from now", "date", "[{timex: '2023-04-15', value: '2023-04-15'}]" },
        { "at 3pm", "3pm", "time", "[{timex: 'T15', value: '15:00:00'}]" },
        { "15:30", "15:30", "time", "[{timex: 'T15:30', value: '15:30:00'}]" },
        { "3.30pm", "3.30pm", "time", "[{timex: 'T15:30', value: '15:30:00'}]" },
        { "half past three", "half past three", "time", "[{timex: 'T03:30', value: '03:30:00'}, {timex: 'T15:30', value: '15:30:00'}]" },
        { "quarter to four in the afternoon", "quarter to four in the afternoon", "time", "[{timex: 'T15:45', value: '15:45:00'}]" },
        { "at 3", "3", "time", "[{timex: 'T03', value: '03:00:00'}, {timex: 'T15', value: '15:00:00'}]" },
        { "noon", "noon", "time", "[{timex: 'T12', value: '12:00:00'}]" },
        { "tomorrow at 3pm", "tomorrow at 3pm", "datetime", "[{timex: '2023-03-16T15', value: '2023-03-16 15:00:00'}]" },
        { "at 9:15 on Friday", "9:15 on Friday", "datetime", "[{timex: 'XXXX-WXX-5T09:15', value: '2023-03-10 09:15:00'}, {timex: 'XXXX-WXX-5T09:15', value: '2023-03-17 09:15:00'}, {timex: 'XXXX-WXX-5T21:15', value: '2023-03-10 21:15:00'}, {timex: 'XXXX-WXX-5T21:15', value: '2023-03-17 21:15:00'}]" },
        { "now", "now", "datetime", "[{timex: 'PRESENT_REF', value: '2023-03-15 10:00:00'}]" },
        { "in 2 hours", "in 2 hours", "datetime", "[{timex: '2023-03-15T12:00:00', value: '2023-03-15 12:00:00'}]" },
        { "next week", "next week", "daterange", "[{timex: '2023-W12', start: '2023-03-20', end: '2023-03-27'}]" },
        { "this weekend", "this weekend", "daterange", "[{timex: '2023-W11-WE', start: '2023-03-18', end: '2023-03-20'}]" },
        { "last month", "last month", "daterange", "[{timex: '2023-02', start: '2023-02-01', end: '2023-03-01'}]" },
        { "April 2024", "April 2024", "daterange", "[{timex: '2024-04', start: '2024-04-01', end: '2024-05-01'}]" },
        { "in April", "in April", "daterange", "[{timex: 'XXXX-04', start: '2022-04-01', end: '2022-05-01'}, {timex: 'XXXX-04', start: '2023-04-01', end: '2023-05-01'}]" },
        { "from Monday to Friday", "from Monday to Friday", "daterange", "[{timex: '(XXXX-WXX-1,XXXX-WXX-5,P4D)', start: '2023-03-20', end: '2023-03-24'}]" },
        { "between 3pm and 5pm", "between 3pm and 5pm", "timerange", "[{timex: '(T15,T17,PT2H)', start: '15:00:00', end: '17:00:00'}]" },
        { "in the morning", "in the morning", "timerange", "[{timex: 'TMO', start: '08:00:00', end: '12:00:00'}]" },
        { "tomorrow evening", "tomorrow evening", "datetimerange", "[{timex: '2023-03-16TEV', start: '2023-03-16 16:00:00', end: '2023-03-16 20:00:00'}]" },
        { "for 2 weeks", "2 weeks", "duration", "[{timex: 'P2W', value: '1209600'}]" },
        { "half an hour", "half an hour", "duration", "[{timex: 'PT0.5H', value: '1800'}]" },
        { "90 minutes", "90 minutes", "duration", "[{timex: 'PT90M', value: '5400'}]" },
    };

    public static TheoryData<string, string> NotFound => new()
    {
        { "Number", "no digits here" }, { "Number", "a word" }, { "Number", "the 3rd" }, { "Ordinal", "3 of them" }, { "Percentage", "50 things" },
        { "Age", "in 2 weeks" }, { "Age", "two days ago" }, { "Age", "7" }, { "Currency", "5 apples" }, { "Dimension", "5 apples" }, { "Temperature", "38" },
        { "PhoneNumber", "call 999" }, { "PhoneNumber", "born 12-03-2023" }, { "Email", "not@an" }, { "Url", "a.b" }, { "Ip", "1.2.3" }, { "Ip", "300.1.1.1" }, { "Guid", "0011-22" },
        { "Confirmation", "not sure" }, { "Confirmation", "I don't know" }, { "Confirmation", "no idea" }, { "Confirmation", "maybe" },
        { "DateTime", "may I march on" }, { "DateTime", "31 February 2023" }, { "DateTime", "I have 3 children" }, { "DateTime", "99/99/2023" }, { "Mention", "a@b" }, { "NumberRange", "5" },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void What_is_there_is_found(string recognizer, string text, string words, string resolution)
    {
        var entity = Assert.Single(EntityRecognizers.Recognize(recognizer, text, new RecognitionContext(Now, "en-gb")));

        Assert.Equal(words, entity.Text);
        Assert.Equal(entity.Text, text[entity.Start..entity.End]);
        Assert.Equal(ValueText.Json(LenientJson.Parse(resolution)), ValueText.Json(entity.Resolution));
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_and_times_are_found(string text, string words, string type, string values)
    {
        var entity = Assert.Single(EntityRecognizers.Recognize("DateTime", text, new RecognitionContext(Now, "en-gb")));

        Assert.Equal((words, "datetimeV2." + type), (entity.Text, entity.Type));
        var expected = (List<object?>)LenientJson.Parse(values)!;
        var found = (List<object?>)entity.Resolution["values"]!;
        Assert.All(found, v => Assert.Equal(type, Value.Property(v, "type")));
        found.ForEach(v => ((DialogObject)v!).Remove("type"));
        Assert.Equal(ValueText.Json(expected), ValueText.Json(found));
    }

    [Theory]
    [MemberData(nameof(NotFound))]
    public void What_is_not_there_is_not_found(string recognizer, string text)
    {
        Assert.Empty(EntityRecognizers.Recognize(recognizer, text, new RecognitionContext(Now, "en-gb")));
    }

    [Fact]
    public void The_order_of_day_and_month_is_the_country_s()
    {
        var american = Assert.Single(EntityRecognizers.Recognize("DateTime", "3/4/2023", new RecognitionContext(Now, "en-us")));
        var british = Assert.Single(EntityRecognizers.Recognize("DateTime", "3/4/2023", new RecognitionContext(Now, "en-gb")));

        Assert.Contains("2023-03-04", american.Resolution.ToString(), StringComparison.Ordinal);
        Assert.Contains("2023-04-03", british.Resolution.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_entities_are_found_in_order()
    {
        var found = EntityRecognizers.Recognize("Number", "2 boys, three girls and 14 cats", new RecognitionContext(Now));

        Assert.Equal(["2", "three", "14"], found.Select(e => e.Text));
    }

    [Fact]
    public void An_unknown_recognizer_is_refused()
    {
        Assert.Throws<ArgumentException>(() => EntityRecognizers.Recognize("Nothing", "x", new RecognitionContext(Now)));
    }

    [Fact]
    public void No_text_makes_a_recognizer_fail()
    {
        const string Signs = "1230/-:.,'°£@# ";
        Gen.OneOf(Gen.Int[0, Signs.Length - 1].Select(i => Signs[i]), Gen.Char).Array[0, 40].Sample(letters =>
        {
            var text = new string(letters);
            foreach (var name in EntityRecognizers.Names)
            {
                foreach (var entity in EntityRecognizers.Recognize(name, text, new RecognitionContext(Now)))
                {
                    Assert.Equal(text[entity.Start..entity.End], entity.Text);
                }
            }
        }, iter: 300);
    }

    [Fact]
    public void No_words_make_a_recognizer_fail()
    {
        string[] vocabulary = ["in", "on", "the", "3rd", "31", "february", "next", "monday", "two", "hundred", "and", "a", "half", "past", "to", "quarter", "99999999", "years", "ago", "from", "-", "/", "0", "2023", "at", "pm", ":", "weeks", "old", "million", "point", "."];
        Gen.Int[0, vocabulary.Length - 1].Select(i => vocabulary[i]).Array[0, 10].Sample(words =>
        {
            foreach (var name in EntityRecognizers.Names)
            {
                _ = EntityRecognizers.Recognize(name, string.Join(' ', words), new RecognitionContext(Now));
                _ = EntityRecognizers.Recognize(name, string.Concat(words), new RecognitionContext(Now));
            }
        }, iter: 1000);
    }
}
