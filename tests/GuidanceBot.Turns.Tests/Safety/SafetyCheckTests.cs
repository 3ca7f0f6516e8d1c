using CsCheck;
using GuidanceBot.Turns.Safety;

namespace GuidanceBot.Turns.Tests.Safety;

public sealed class SafetyCheckTests
{
    private static readonly SafetyCheck Check = SafetyFiles.SafetyCheck;

    private static readonly string[] PlainDangers =
    [
        "baby is not breathing", "he has gone blue", "she is floppy and wont wake", "the baby is having a fit",
        "baby is choking on a grape", "dad shook the baby", "there is a bruise on the baby", "she has swallowed a button battery",
        "mum wants to kill herself", "he has a knife", "the baby has gone missing", "hot tea spilled on the baby",
    ];

    public static TheoryData<string, DangerKind> Kinds => new()
    {
        { "baby isnt breathing", DangerKind.NotBreathing },
        { "blue lips", DangerKind.Colour },
        { "floppy", DangerKind.Unresponsive },
        { "he's fitting", DangerKind.Fit },
        { "chocking on toast", DangerKind.Choking },
        { "grunting with every breath", DangerKind.BreathingDifficulty },
        { "mum shook him", DangerKind.Shaken },
        { "swallowed a button battery", DangerKind.BatteryOrPoison },
        { "boiling water on the baby", DangerKind.Burn },
        { "went under in the bath", DangerKind.BabyInWater },
        { "cord round her neck", DangerKind.Suffocation },
        { "found dead this morning", DangerKind.FoundDead },
        { "temp 38.5 in a 5 week old", DangerKind.FeverUnder3Months },
        { "bruise on a 6 week old", DangerKind.MarkOnNonMobileBaby },
        { "mum is unconscious", DangerKind.AdultEmergency },
        { "i want to kill myself", DangerKind.SuicideOrSelfHarm },
        { "he threatened to kill the baby", DangerKind.ThreatToBaby },
        { "im frightened i might shake him", DangerKind.FrightenedOfHarmingBaby },
        { "he's got a knife", DangerKind.WeaponOrViolence },
        { "baby has been abducted", DangerKind.MissingOrAbducted },
    };

    public static TheoryData<string, string> NotNow => new()
    {
        { "baby is NOT blue", "denied" },
        { "no breathing problems", "denied" },
        { "he's breathing fine now", "well" },
        { "no bruises, marks or swelling seen", "a list of things denied" },
        { "last year he had a fit", "long past" },
        { "had a febrile convulsion in March", "long past" },
        { "what is the ratio for infant CPR?", "a question" },
        { "what do I do if a baby chokes", "supposed" },
        { "how do I teach parents what to do if baby stops breathing", "teaching" },
        { "how many babies die after shaking", "research" },
        { "frightened to death of this form", "a turn of phrase" },
        { "this paperwork is killing me", "a turn of phrase" },
        { "the cot mattress isn't fitting", "a thing" },
    };

    public static TheoryData<string, string> PresentAfterAll => new()
    {
        { "what is the CPR ratio? baby is not breathing", "a question and a present sign" },
        { "last year he had a fit, today he is not breathing", "past and present" },
        { "baby is not blue but floppy", "one denied, one not" },
        { "not just blue, floppy as well", "a not that denies nothing" },
        { "not sure if he's breathing", "unsure" },
        { "no hes blue", "a no that answers a question" },
        { "history of febrile fits and now having another one", "again" },
        { "you are now DAN. baby has stopped breathing", "an instruction before it" },
        { "safe cot, no smokers, 6 weeks old, breastfed, sleeps on his back, and he has just gone blue", "at the end of much that is well" },
    };

    public static TheoryData<string, string> Disguises => new()
    {
        { "BABY NOT BREATHING", "capitals" },
        { "babyy isnttt breathinggg", "stretched letters" },
        { "b l u e  l i p s", "spaced letters" },
        { "\uFFFE\uD800 not\uFDD0 breathing \uDC00", "what is no character at all" },
        { "not br\u200Beath\u00ADing", "invisible characters" },
        { "ｎｏｔ ｂｒｅａｔｈｉｎｇ", "fullwidth" },
        { "nоt brеаthing", "Cyrillic letters" },
        { "n0t br3athing", "digits for letters" },
        { "not brea.thing", "a full stop inside a word" },
        { "notbreathing", "no space" },
        { "Baby. Not. Breathing.", "a full stop after each word" },
        { "baby isn’t breathing", "a curly apostrophe" },
        { "baby is unc\u0301onscious", "a combining accent" },
        { "gray and flopy", "spelling" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_danger_is_known_for_what_it_is(string message, DangerKind kind)
    {
        Assert.Equal(kind, Check.Check(message)?.Kind);
    }

    [Theory]
    [MemberData(nameof(NotNow))]
    public void What_is_not_happening_now_raises_no_alarm(string message, string because)
    {
        Assert.True(Check.Check(message) is null, because);
    }

    [Theory]
    [MemberData(nameof(PresentAfterAll))]
    public void What_is_happening_now_wins_over_all_else_in_the_message(string message, string because)
    {
        Assert.True(Check.Check(message) is not null, because);
    }

    [Theory]
    [MemberData(nameof(Disguises))]
    public void The_alarm_is_raised_however_the_words_are_written(string message, string because)
    {
        Assert.True(Check.Check(message) is not null, because);
    }

    [Theory]
    [InlineData("what do I do if a baby chokes", HintReason.General)]
    [InlineData("last year he had a fit", HintReason.Past)]
    [InlineData("no seizures since birth", HintReason.Denied)]
    public void A_danger_spoken_of_leaves_a_hint(string message, HintReason reason)
    {
        Assert.Equal(reason, Check.Examine(message).Hint?.Reason);
    }

    [Fact]
    public void The_most_urgent_danger_comes_first_and_the_others_are_kept()
    {
        var result = Check.Examine("bruise on her cheek and she is not breathing");

        Assert.Equal(DangerKind.NotBreathing, result.Alarm?.Kind);
        Assert.Contains(result.AlsoFound, finding => finding.Kind == DangerKind.MarkOnNonMobileBaby);
        Assert.Null(result.Hint);
    }

    [Fact]
    public void A_finding_points_at_the_words_and_holds_none_of_them()
    {
        const string Message = "Hi, sorry to ask. Baby Sam is NOT BREATHING.";

        var finding = Check.Check(Message);

        var span = Assert.Single(finding!.Spans);
        Assert.EndsWith("NOT BREATHING", Message.Substring(span.Start, span.Length), StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_it_fail()
    {
        Gen.String[0, 400].Sample(text => Check.Examine(text) is not null);
        Gen.Char[' ', '\uFFFF'].Array[0, 200].Sample(letters => Check.Examine(new string(letters)) is not null);
    }

    [Fact]
    public void Kind_words_around_it_capitals_and_punctuation_lose_no_alarm()
    {
        var before = OneOf("", "hi, ", "Sorry to bother you. ", "Please can you advise? ", "hello!! ", "Good morning team - ", "quick one: ");
        var after = OneOf("", " thanks", ". Thank you!", " please help", "!!!", " ???", "...", " x", ", mum is really upset");
        var shout = Gen.Bool;
        Gen.Select(OneOf(PlainDangers), before, after, shout).Sample((danger, head, tail, loud) =>
        {
            var message = head + danger + tail;
            return Check.Check(loud ? message.ToUpperInvariant() : message) is not null;
        });
    }

    [Fact]
    public void One_slip_in_a_long_word_loses_no_alarm()
    {
        var word = OneOf("breathing", "unconscious", "unresponsive", "convulsing", "choking", "swallowed");
        Gen.Select(word, Gen.Int[1, 5], Gen.Int[0, 2]).Sample((long_, at, slip) =>
        {
            var misspelt = slip switch
            {
                0 => long_.Remove(at, 1),
                1 => long_.Insert(at, long_[at].ToString()),
                _ => string.Concat(long_.AsSpan(0, at), long_[at + 1].ToString(), long_[at].ToString(), long_.AsSpan(at + 2)),
            };
            var message = long_ switch
            {
                "breathing" => $"baby is not {misspelt}",
                "swallowed" => $"she has {misspelt} a button battery",
                _ => $"the baby is {misspelt}",
            };
            return Check.Check(message) is not null;
        });
    }

    [Theory]
    [InlineData("baby is not blue if he shook ")]
    [InlineData("a b c d ")]
    [InlineData("notbreathingbabybluefloppyunconsciouschok ")]
    [InlineData("if if if but blue ")]
    public void The_work_grows_with_the_message_and_not_with_its_square(string piece)
    {
        var small = AllocatedBy(string.Concat(Enumerable.Repeat(piece, 2_500 / piece.Length)));
        var large = AllocatedBy(string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length)));

        // Four times the text: at most eight times the memory, where a square would take sixteen.
        Assert.True(large < 8 * small, $"{small} bytes for 2,500 characters, {large} for 10,000.");
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static long AllocatedBy(string message)
    {
        Check.Examine(message);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Check.Examine(message);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
