using System.CommandLine;
using System.Globalization;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.CommandLine;

/// <summary>The options that say who is asking, shared by the verbs that talk.</summary>
internal sealed class PersonOptions
{
    private readonly Option<Audience> _role = new("--as")
    {
        Description = "Who is asking: practitioner, champion or ambulance.",
        DefaultValueFactory = _ => Audience.Practitioner,
    };

    private readonly Option<Area?> _area = new("--area")
    {
        Description = "The council area: derby or derbyshire. Not said: the answer gives both.",
    };

    private readonly Option<string?> _at = new("--at")
    {
        Description = "Answer as at this time in England, for example 2026-12-25T22:00. Not said: now.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_role);
        command.Options.Add(_area);
        command.Options.Add(_at);
    }

    public Person Person(ParseResult parsed)
    {
        var area = parsed.GetValue(_area);
        return area is null or Area.Derby or Area.Derbyshire
            ? new Person(parsed.GetValue(_role), area)
            : throw new WrongUseException("--area is derby or derbyshire.");
    }

    public TimeProvider Clock(ParseResult parsed)
    {
        if (parsed.GetValue(_at) is not { } at)
        {
            return TimeProvider.System;
        }

        return DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new StandingClock(new DateTimeOffset(local, EnglishTime.Zone.GetUtcOffset(local)))
            : throw new WrongUseException($"--at takes a date and time such as 2026-12-25T22:00, not '{at}'.");
    }
}
