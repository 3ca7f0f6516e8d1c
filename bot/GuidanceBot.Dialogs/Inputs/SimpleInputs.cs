using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Recognizers;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Inputs;

/// <summary>Asks for text.</summary>
internal sealed class TextInput(ContentNode node) : InputDialog(node)
{
    private readonly Binding? _outputFormat = node.TextBinding("outputFormat");

    protected override InputState Recognize(DialogContext dc, object answer)
    {
        var state = dc.Active!.State;
        state["value"] = ValueText.Of(answer);
        var text = _outputFormat is null or { Fixed: "" } ? ValueText.Of(answer) : _outputFormat.Text(dc) ?? "";
        state["value"] = text;
        return text.Length > 0 ? InputState.Valid : InputState.Unrecognized;
    }
}

/// <summary>Asks for a number, in digits or words.</summary>
internal sealed class NumberInput : InputDialog
{
    private readonly Binding? _outputFormat;

    public NumberInput(ContentNode node)
        : base(node)
    {
        // Numbers are read in English only, so the locale makes no difference; content written for the SDK may name one.
        _ = node.TextBinding("defaultLocale");
        _outputFormat = node.ValueBinding("outputFormat");
    }

    protected override InputState Recognize(DialogContext dc, object answer)
    {
        var state = dc.Active!.State;
        if (Value.IsNumber(answer))
        {
            state["value"] = answer;
        }
        else if (EntityRecognizer.NumbersIn(ValueText.Of(answer), false).FirstOrDefault() is { } found && Value.TryParseNumber(found, out var number))
        {
            state["value"] = number;
        }
        else
        {
            return InputState.Unrecognized;
        }

        if (_outputFormat is not null)
        {
            state["value"] = _outputFormat.Evaluate(dc);
        }

        return InputState.Valid;
    }
}

/// <summary>Asks for a date or time. The value is a list of readings, each with <c>timex</c> and <c>value</c> or <c>start</c> and <c>end</c>.</summary>
internal sealed class DateTimeInput : InputDialog
{
    private readonly Binding? _outputFormat;

    public DateTimeInput(ContentNode node)
        : base(node)
    {
        _ = node.TextBinding("defaultLocale");
        _outputFormat = node.ValueBinding("outputFormat");
    }

    protected override InputState Recognize(DialogContext dc, object answer)
    {
        var state = dc.Active!.State;
        if (answer is not List<object?>)
        {
            var readings = EntityRecognizer.DateTimeReadings(ValueText.Of(answer), dc);
            if (readings is null)
            {
                return InputState.Unrecognized;
            }

            state["value"] = readings;
        }

        if (_outputFormat is not null)
        {
            state["value"] = _outputFormat.Evaluate(dc);
        }

        return InputState.Valid;
    }
}

/// <summary>Asks for a file.</summary>
internal sealed class AttachmentInput(ContentNode node) : InputDialog(node)
{
    private readonly Binding _outputFormat = node.Choice("outputFormat", "first", "all", "first");

    protected override object? AnswerIn(DialogObject activity) => activity["attachments"] ?? new List<object?>();

    protected override InputState Recognize(DialogContext dc, object answer)
    {
        var files = answer as List<object?> ?? [answer];
        if (files is not [DialogObject first, ..] || (first["contentUrl"] is null or "" && first["content"] is null))
        {
            return InputState.Unrecognized;
        }

        dc.Active!.State["value"] = "all".Equals(_outputFormat.Text(dc), StringComparison.OrdinalIgnoreCase) ? files : first;
        return InputState.Valid;
    }
}
