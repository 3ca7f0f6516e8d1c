using GuidanceBot.Dialogs.Values;
using GuidanceBot.Documents.Calendars;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Turns.Safety.Content;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Escalation;

/// <summary>The partnership's stages with the dates that follow from them today. Without the partnership's file there is no date at all.</summary>
/// <param name="stages">Null when the partnership has put none in.</param>
/// <param name="wording">The bot's words.</param>
/// <param name="clock">What day it is.</param>
public sealed class EscalationDates(EscalationStages? stages, BotWording wording, TimeProvider clock)
{
    public bool AreHeld => stages is not null;

    /// <summary>The stage of a name in the dialogs; null when there is none.</summary>
    public EscalationStage? Find(string? name) =>
        stages is not null && name is not null && KebabCase.TryRead<EscalationStep>(name, out var step) ? stages.Find(step) : null;

    /// <summary>The last day for a stage that begins today; null when the policy gives no limit.</summary>
    public DateOnly? DueOf(EscalationStage stage) =>
        stage.WorkingDays is { } days ? WorkingDays.After(EnglishTime.Today(clock), days) : null;

    /// <summary>The limit in words.</summary>
    public string DueInWords(EscalationStage stage) => DueOf(stage) is not { } due
        ? wording.Say("EscalationNoLimit", ("name", stage.Name), ("source", stages!.Source))
        : wording.Say(
            "EscalationDue",
            ("name", stage.Name),
            ("days", stage.WorkingDays!.Value),
            ("date", due.ToString("dddd d MMMM yyyy", BotWording.English)),
            ("source", stages!.Source),
            ("by", stages.CheckedBy));

    /// <summary>The entry for the calendar; null when there is no limit.</summary>
    public CalendarDay? Entry(EscalationStage stage) => DueOf(stage) is not { } due ? null : new CalendarDay(
        $"escalation-{KebabCase.Of(stage.Step)}-{due:yyyyMMdd}@guidancebot",
        due,
        wording.Say("EscalationEntryTitle", ("name", stage.Name)),
        wording.Say("EscalationEntryText", ("name", stage.Name), ("who", stage.Who), ("what", stage.What), ("source", stages!.Source), ("url", stages.Url ?? "")));

    /// <summary>What the dialogs read under <c>settings.escalation</c>: a sentence for each stage, and one for its limit. Null when none are held.</summary>
    internal DialogObject? ForDialogs()
    {
        if (stages is null)
        {
            return null;
        }

        var (told, due) = (new DialogObject(), new DialogObject());
        foreach (var stage in stages.Stages)
        {
            var name = KebabCase.Of(stage.Step);
            told[name] = wording.Say("EscalationStageLine", ("name", stage.Name), ("who", stage.Who), ("what", stage.What));
            due[name] = DueInWords(stage);
        }

        return new DialogObject { ["stages"] = told, ["due"] = due };
    }
}
