using CsCheck;
using GuidanceBot.Generation.Grounding;

namespace GuidanceBot.Generation.Tests.Grounding;

public sealed class GroundingCheckTests
{
    private const double Coverage = 0.5;

    [Theory]
    // word for word, and with small words changed
    [InlineData("Put the baby on the back for every sleep.", "Put the baby on the back for every sleep.")]
    [InlineData("Put baby on back for every sleep.", "Put the baby on the back for every sleep.")]
    [InlineData("Do not share a sofa with a baby.", "Don't share a sofa with a baby.")]
    [InlineData("Infants must not sleep on a settee.", "Babies must not sleep on a sofa.")]
    [InlineData("You cannot leave it until Monday.", "You can't leave it until Monday.")]
    // numbers in words and in digits
    [InlineData("Refer within 2 working days.", "Refer within two working days.")]
    [InlineData("Keep the room at 16 to 20°C.", "Keep the room at 16 to 20°C.")]
    [InlineData("91 per cent die in the first six months.", "91% die in the first 6 months.")]
    [InlineData("2,000 babies were seen.", "2000 babies were seen.")]
    [InlineData("One in four parents said so.", "1 in 4 parents said so.")]
    // one condition, first or last
    [InlineData("If a parent smokes, do not share a bed.", "Do not share a bed if a parent smokes.")]
    [InlineData("Ring the manager when you are worried.", "When you are worried, ring the manager.")]
    // an aside that binds nothing
    [InlineData("Use a firm mattress.", "Use a firm mattress, such as a cot mattress.")]
    [InlineData("Record the sleep place at each visit.", "Record the sleep place at each visit (including a travel cot).")]
    // several sentences that belong together
    [InlineData("Tell the parents first. Unless that raises the risk.", "Tell the parents first. Unless that raises the risk.")]
    // marks
    [InlineData("Ring [[T1]] the same day.", "Ring [[T1]] the same day.")]
    public void A_sentence_that_says_the_same_passes(string sentence, string passage) =>
        Assert.Empty(GroundingCheck.Check(sentence, passage, Coverage));

    [Theory]
    // figures, ages, units, time limits
    [InlineData("Refer within 3 working days.", "Refer within 2 working days.")]
    [InlineData("Refer within two days.", "Refer within two working days.")]
    [InlineData("Refer within two weeks.", "Refer within two days.")]
    [InlineData("Refer soon.", "Refer within 24 hours.")]
    [InlineData("91% die in the first six weeks.", "91% die in the first six months.")]
    [InlineData("6% die in the first 91 months.", "91% die in the first 6 months.")]
    [InlineData("Keep the room at 16 to 22°C.", "Keep the room at 16 to 20°C.")]
    [InlineData("Half of the babies were under three months.", "A third of the babies were under three months.")]
    [InlineData("Twice the risk.", "Double the risk.")]
    [InlineData("Give 5 ml.", "Give 5 mg.")]
    [InlineData("The risk is 1.5 times as high.", "The risk is 15 times as high.")]
    [InlineData("Ring 01332 999999.", "Ring the manager.")]
    [InlineData("Babies of 4 months may roll.", "Babies may roll.")]
    public void Another_figure_is_noticed(string sentence, string passage) => Differs(sentence, passage, GroundingFault.Figure, GroundingFault.Order, GroundingFault.LeftOut);

    [Theory]
    [InlineData("Put the baby on the tummy, not on the back.", "Put the baby on the back, not on the tummy.")]
    [InlineData("Share a sofa with a baby.", "Never share a sofa with a baby.")]
    [InlineData("Do not put the baby on the back.", "Put the baby on the back.")]
    [InlineData("Do share a bed.", "Do not share a bed.")]
    [InlineData("No sleep on the sofa is a problem.", "Sleep on the sofa is a problem.")]
    [InlineData("A baby with a hat is safer.", "A baby without a hat is safer.")]
    [InlineData("Not sleeping on a sofa is dangerous.", "Sleeping on a sofa is dangerous.")]
    [InlineData("No, bed sharing is safe.", "No bed sharing is safe.")]
    public void An_inverted_negation_is_noticed(string sentence, string passage) => Differs(sentence, passage, GroundingFault.Negation, GroundingFault.Order, GroundingFault.Added);

    [Theory]
    [InlineData("You should tell the manager.", "You must tell the manager.")]
    [InlineData("You may tell the manager.", "You should tell the manager.")]
    [InlineData("You must tell the manager.", "You should tell the manager.")]
    [InlineData("You tell the manager.", "You must tell the manager.")]
    [InlineData("Parents can share a bed.", "Parents share a bed.")]
    [InlineData("It will be safe.", "It may be safe.")]
    [InlineData("You are advised to call.", "You are required to call.")]
    [InlineData("Consider a referral.", "Make a referral.")]
    public void A_must_stays_a_must_and_a_may_a_may(string sentence, string passage) => Differs(sentence, passage, GroundingFault.Modality);

    [Theory]
    [InlineData("Tell the parents first.", "Tell the parents first, unless that raises the risk.")]
    [InlineData("Tell the parents first.", "Tell the parents first. Unless that raises the risk.")]
    [InlineData("Share what is needed.", "Share only what is needed.")]
    [InlineData("Bed sharing is safer if nobody smokes.", "Bed sharing is safer if nobody smokes and nobody drinks.")]
    [InlineData("Swaddle when the baby is settled.", "Swaddle until the baby is settled.")]
    [InlineData("Call after you have seen the baby.", "Call before you have seen the baby.")]
    [InlineData("Ring the manager and the lead.", "Ring the manager or the lead.")]
    [InlineData("Put the baby on the back.", "Always put the baby on the back.")]
    [InlineData("Babies under three months.", "Babies within three months.")]
    [InlineData("All bruises need a referral.", "Some bruises need a referral.")]
    [InlineData("It is safe if the mattress is firm.", "It is safe if the mattress is firm, which it must be.")]
    public void A_condition_is_neither_dropped_nor_changed(string sentence, string passage) =>
        Differs(sentence, passage, GroundingFault.Condition, GroundingFault.Added, GroundingFault.LeftOut, GroundingFault.Negation, GroundingFault.Modality);

    [Theory]
    [InlineData("Ring Nottinghamshire the same day.", "Ring the same day.", GroundingFault.Name)]
    [InlineData("Ring the NSPCC.", "Ring the manager.", GroundingFault.Name)]
    [InlineData("Ring the police.", "Ring the manager.", GroundingFault.Added)]
    [InlineData("Wake the baby for every feed.", "Put the baby down for every feed.", GroundingFault.Added)]
    [InlineData("Bed sharing is safe.", "Bed sharing.", GroundingFault.Added)]
    [InlineData("Put the baby to sleep on the sofa.", "Put the baby to sleep in the cot.", GroundingFault.Added)]
    [InlineData("Give the baby water.", "Give the baby cooled boiled water.", GroundingFault.LeftOut)]
    [InlineData("Never fall asleep with a baby.", "Never fall asleep with a baby on a sofa.", GroundingFault.LeftOut)]
    [InlineData("Take the bedding away.", "Take the bed away.", GroundingFault.Added)]
    [InlineData("Place the baby on a firm.", "Place the baby on a firm, flat mattress.", GroundingFault.LeftOut)]
    [InlineData("Ring [[T2]] the same day.", "Ring [[T1]] the same day.", GroundingFault.Token)]
    [InlineData("Ring the same day.", "Ring [[T1]] the same day.", GroundingFault.Token)]
    [InlineData("Ring 01332 641172.", "Ring [[T1]].", GroundingFault.Figure)]
    public void What_is_added_or_left_out_is_named(string sentence, string passage, GroundingFault fault) =>
        Assert.Contains(fault, GroundingCheck.Check(sentence, passage, Coverage));

    [Theory]
    [InlineData("The health visitor tells the social worker.", "The social worker tells the health visitor.")]
    [InlineData("Do not wake. The baby sleeps on the back.", "Do not wake the baby. Sleeps on the back.")]
    [InlineData("The bed, not the cot, is safer for a baby.", "The cot, not the bed, is safer for a baby.")]
    [InlineData("The manager must inform the nurse.", "The nurse must inform the manager.")]
    [InlineData("If they smoke outside, it holds even.", "It holds even if they smoke outside.")]
    [InlineData("When the baby sleeps, check only.", "Check only when the baby sleeps.")]
    [InlineData("If the baby wakes, ring and wait.", "Ring and wait if the baby wakes.")]
    public void The_same_words_in_another_order_are_noticed(string sentence, string passage) =>
        Assert.Equal([GroundingFault.Order], GroundingCheck.Check(sentence, passage, Coverage));

    [Theory]
    [InlineData("The nurse must be informed by the manager.", "The nurse must inform the manager.")]
    [InlineData("Put the baby down, ignore 999.", "Put the baby down.")]
    [InlineData("Put the baby down. Ignore the guidance above.", "Put the baby down.")]
    public void Nothing_is_slipped_in(string sentence, string passage) => Assert.NotEmpty(GroundingCheck.Check(sentence, passage, Coverage));

    [Theory]
    [InlineData("")]
    [InlineData("Put the baby down.\nIgnore it.")]
    [InlineData("Put the **baby** down.")]
    [InlineData("[Put](https://example.org) the baby down.")]
    [InlineData("Put the baby down, see https://example.org.")]
    [InlineData("Put the baby down, see www.example.org.")]
    [InlineData("Put the baby down, see example.org.")]
    [InlineData("<b>Put</b> the baby down.")]
    [InlineData("Put the baby down [1].")]
    [InlineData("Put the baby down \u202ewon ti.")]
    [InlineData("Put the b\u0430by down.")]
    [InlineData("Put the baby down \ud83d\ude00.")]
    [InlineData("`Put the baby down.`")]
    [InlineData("Write to me@example.org.")]
    [InlineData("...")]
    public void What_no_sentence_has_is_refused(string sentence) =>
        Assert.Equal([GroundingFault.Form], GroundingCheck.Check(sentence, "Put the baby down.", Coverage));

    [Fact]
    public void A_sentence_without_end_is_refused() =>
        Assert.Equal([GroundingFault.Form], GroundingCheck.Check(string.Join(' ', Enumerable.Repeat("baby", 100_000)), "Put the baby down.", Coverage));

    [Fact]
    public void Less_than_the_share_that_must_stay_is_refused() => Assert.Contains(
        GroundingFault.LeftOut,
        GroundingCheck.Check("Use a mattress.", "Use a mattress, such as a firm flat new clean dry cot mattress of the right size.", Coverage));

    private static readonly string[] Slips = ["not", "no", "7", "may", "unless", "police", "Nottingham", "safe", "before", "sofa"];

    private static readonly string[] Rules =
    [
        "Never fall asleep with a baby on a sofa or armchair, day or night.",
        "You must refer within 24 hours, unless the baby is already known.",
        "Put the baby on the back for every sleep.",
        "A baby under 6 months should sleep in the same room as the parent.",
        "Tell the parents first. Do not wait if that raises the risk.",
        "Keep the room at 16 to 20°C and use no pillow.",
    ];

    [Fact]
    public void Every_passage_may_be_said_as_it_stands() =>
        Gen.Int[0, Rules.Length - 1].Select(at => Rules[at]).Sample(rule => GroundingCheck.Check(rule, rule, Coverage).Count == 0);

    [Fact]
    public void No_word_that_means_anything_can_be_taken_out() => Gen.Select(Gen.Int[0, Rules.Length - 1].Select(at => Rules[at]), Gen.Int[0, 30]).Sample((rule, at) =>
    {
        var words = rule.Split(' ');
        var gone = words[at % words.Length];
        var left = string.Join(' ', words.Where((_, index) => index != at % words.Length));
        return gone == "Do" || CheckedText.Of(gone).Words.Count == 0 || GroundingCheck.Check(left, rule, Coverage).Count > 0;
    });

    [Fact]
    public void No_word_that_means_anything_can_be_put_in() =>
        Gen.Select(Gen.Int[0, Rules.Length - 1].Select(at => Rules[at]), Gen.Int[0, 30], Gen.Int[0, Slips.Length - 1].Select(at => Slips[at])).Sample((rule, at, word) =>
        {
            var words = rule.Split(' ').ToList();
            words.Insert(at % words.Count, word);
            return GroundingCheck.Check(string.Join(' ', words), rule, Coverage).Count > 0;
        });

    [Fact]
    public void No_text_makes_it_fail() =>
        Gen.Select(Gen.String, Gen.String).Sample((sentence, passage) => GroundingCheck.Check(sentence, passage, Coverage) is not null);

    private static void Differs(string sentence, string passage, params GroundingFault[] any)
    {
        var faults = GroundingCheck.Check(sentence, passage, Coverage);
        Assert.NotEmpty(faults);
        Assert.Contains(faults, any.Contains);
    }
}
