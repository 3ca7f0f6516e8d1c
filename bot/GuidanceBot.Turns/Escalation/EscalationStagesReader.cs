using System.Globalization;
using GuidanceBot.Knowledge.Yaml;
using GuidanceBot.Turns.Safety;
using GuidanceBot.Turns.Safety.Content;

namespace GuidanceBot.Turns.Escalation;

/// <summary>Reads the partnership's escalation stages strictly: a limit that cannot be read is told, never guessed.</summary>
public static class EscalationStagesReader
{
    /// <summary>More is a slip of the finger.</summary>
    private const int MostWorkingDays = 60;

    /// <param name="text">The file's content.</param>
    /// <param name="file">Its name, for the faults.</param>
    public static Loaded<EscalationStages> Read(string text, string file)
    {
        var faults = new ContentFaults(file);
        var read = YamlSource.Read(text, faults) is { } map ? Stages(new YamlFields(map, faults), faults) : null;
        return new Loaded<EscalationStages>(faults.All.Count == 0 ? read : null, faults.All);
    }

    private static EscalationStages Stages(YamlFields fields, ContentFaults faults)
    {
        var source = fields.Text("source")?.Value ?? "";
        var url = fields.Text("url", required: false);
        if (url is not null && !(Uri.TryCreate(url.Value, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
        {
            faults.Add("url-form", url, $"'{url.Value}' is not a web address. Write it with https://, or leave the line out.");
        }

        var checkedBy = fields.Text("checked-by")?.Value ?? "";
        var stages = fields.Maps("stages").Select(stage => Stage(stage, faults)).OfType<EscalationStage>().ToArray();
        fields.NoOthers();
        foreach (var twice in stages.GroupBy(stage => stage.Step).Where(group => group.Count() > 1))
        {
            faults.Add("stage-twice", fields.Map, $"The stage '{KebabCase.Of(twice.Key)}' stands here twice. Keep one.");
        }

        return new EscalationStages(source, url?.Value, checkedBy, stages);
    }

    private static EscalationStage? Stage(YamlFields fields, ContentFaults faults)
    {
        var step = fields.Choice<EscalationStep>("stage");
        var name = fields.Text("name")?.Value ?? "";
        var who = fields.Text("who")?.Value ?? "";
        var what = fields.Text("what")?.Value ?? "";
        int? days = null;
        if (fields.Text("working-days", required: false) is { } limit)
        {
            if (int.TryParse(limit.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostWorkingDays)
            {
                days = number;
            }
            else
            {
                faults.Add(
                    "working-days",
                    limit,
                    $"'{limit.Value}' is not a number of working days from 0 to {MostWorkingDays}. Write for example 'working-days: 2', or leave the line out when the policy gives no limit.");
            }
        }

        fields.NoOthers();
        return step is null ? null : new EscalationStage(step.Value, name, who, what, days);
    }
}
