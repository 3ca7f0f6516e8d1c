using System.Globalization;

namespace GuidanceBot.Dialogs.Text;

/// <summary>A time of day that was read. An hour without morning or afternoon can be either.</summary>
internal sealed record ReadTime(int End, TimeOnly Time, bool CanBeAfternoon)
{
    public IEnumerable<TimeOnly> Times => CanBeAfternoon ? [Time, Time.AddHours(12)] : [Time];

    /// <summary>The notation: T15, T15:30, T15:30:20.</summary>
    public static string Timex(TimeOnly time) => time.ToString(
        time.Second > 0 ? "'T'HH:mm:ss" : time.Minute > 0 ? "'T'HH:mm" : "'T'HH", CultureInfo.InvariantCulture);
}

/// <summary>Reads times of day: 3pm, 15:30, half past three, noon, at 3.</summary>
internal sealed class TimeReader(Words words)
{
    public ReadTime? Read(int at)
    {
        var start = words.Skip(at, "at");
        return Named(start) ?? Clock(start, start > at) ?? Past(start);
    }

    private ReadTime? Named(int at) =>
        words.Skip(at, "noon", "midday", "12 noon") is var noon && noon > at ? new ReadTime(noon, new TimeOnly(12, 0), false)
        : words[at] == "midnight" ? new ReadTime(at + 1, TimeOnly.MinValue, false)
        : null;

    private ReadTime? Clock(int at, bool said)
    {
        // 3.30pm reads as one number.
        var parts = words[at].Split('.');
        var end = at + 1;
        if (!words.IsDigits(at) || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour))
        {
            if (NumberReader.Read(words, at, out var spoken) is var after && after > at && spoken is >= 1 and <= 12 && spoken == Math.Floor(spoken))
            {
                return Finish(after, (int)spoken, 0, 0, said, exact: false);
            }

            return null;
        }

        var minute = parts is [_, { Length: 2 } m] && int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var dotted) ? dotted : parts.Length > 1 ? -1 : 0;
        var second = 0;
        var exact = false;
        if (words[end] == ":" && words.IsJoined(end) && words[end + 1].Length == 2 && int.TryParse(words[end + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var colon))
        {
            (minute, end, exact) = (colon, end + 2, true);
            if (words[end] == ":" && words[end + 1].Length == 2 && int.TryParse(words[end + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                (second, end) = (seconds, end + 2);
            }
        }

        return minute is >= 0 and < 60 && second < 60 && hour < 24 ? Finish(end, hour, minute, second, said && parts.Length == 1, exact) : null;
    }

    private ReadTime? Finish(int end, int hour, int minute, int second, bool said, bool exact)
    {
        var half = words.Skip(end, "am", "a . m .", "a . m", "in the morning", "o'clock in the morning", "pm", "p . m .", "p . m", "in the afternoon", "in the evening", "o'clock in the afternoon", "o'clock in the evening", "at night", "tonight");
        if (half > end && hour is >= 1 and <= 12)
        {
            var morning = words[end] is "am" or "a" || words[half - 1] == "morning";
            return new ReadTime(half, new TimeOnly((hour % 12) + (morning ? 0 : 12), minute, second), false);
        }

        var clock = words.Skip(end, "o'clock", "oclock");
        var certain = exact || said || clock > end;
        return certain && !(said && !exact && clock == end && words[end] is "%" or "-" or "/") ? new ReadTime(clock, new TimeOnly(hour, minute, second), hour is >= 1 and < 12) : null;
    }

    /// <summary>Half past three, quarter to four, ten past two.</summary>
    private ReadTime? Past(int at)
    {
        var start = words.Skip(at, "a");
        var minutesEnd = words[start] switch
        {
            "half" or "quarter" => start + 1,
            _ => NumberReader.Read(words, start, out _),
        };
        var minutes = words[start] switch
        {
            "half" => 30,
            "quarter" => 15,
            _ => NumberReader.Read(words, start, out var n) > start ? n : -1,
        };
        minutesEnd = words.Skip(minutesEnd, "minutes");
        var before = words[minutesEnd] == "to";
        if (minutes is < 1 or > 30 || words[minutesEnd] is not ("past" or "to") || (before && words[start] == "half"))
        {
            return null;
        }

        var end = NumberReader.Read(words, minutesEnd + 1, out var hour);
        if (end == minutesEnd + 1 || hour is < 1 or > 12 || hour != Math.Floor(hour))
        {
            return null;
        }

        var time = new TimeOnly((int)hour % 12, 0).AddMinutes(before ? -minutes : minutes);
        var halfDay = words.Skip(end, "am", "in the morning", "pm", "in the afternoon", "in the evening");
        return halfDay == end ? new ReadTime(end, new TimeOnly(time.Hour % 12, time.Minute), true)
            : new ReadTime(halfDay, new TimeOnly((time.Hour % 12) + (words[end] == "am" || words[halfDay - 1] == "morning" ? 0 : 12), time.Minute), false);
    }
}
