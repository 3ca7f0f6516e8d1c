using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Recognizers;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Inputs;

/// <summary>Asks for one of several choices; recognised by words, synonym, ordinal or number.</summary>
internal sealed class ChoiceInput(ContentNode node) : InputDialog(node)
{
    private readonly ChoiceSource _choices = new(node, "choices");
    private readonly ChoiceSource _choiceOptions = new(node, "choiceOptions");
    private readonly Binding _style = node.Choice("style", "auto", ChoiceStyles.Names);
    private readonly Binding? _defaultLocale = node.TextBinding("defaultLocale");
    private readonly Binding _outputFormat = node.Choice("outputFormat", "value", "value", "index");
    private readonly Binding? _recognizerOptions = node.JsonBinding("recognizerOptions");

    protected override void Begun(DialogContext dc)
    {
        if (_choices.Fixed is null)
        {
            // What was offered is what is understood, whatever memory says by then.
            var offered = _choices.Read(dc).Select(choice => (object?)choice.ToObject());
            dc.Active!.State["options"] = new DialogObject { ["choices"] = new List<object?>(offered) };
        }
    }

    protected override InputState Recognize(DialogContext dc, object answer)
    {
        var choices = Offered(dc);
        var options = _recognizerOptions?.Evaluate(dc) is DialogObject given ? FindOptions.Of(given) : FindOptions.Usual;
        var place = ChoiceFinder.Find(ValueText.Of(answer), choices, options, EntityRecognizer.NumbersIn);
        if (place < 0)
        {
            return InputState.Unrecognized;
        }

        var byIndex = "index".Equals(_outputFormat.Text(dc), StringComparison.OrdinalIgnoreCase);
        dc.Active!.State["value"] = byIndex ? Box.Of((long)place) : choices[place].Value;
        return InputState.Valid;
    }

    protected override DialogObject Complete(DialogContext dc, DialogObject prompt)
    {
        var locale = ChoiceLocale.Of(dc.Turn.StatedLocale ?? _defaultLocale?.Text(dc));
        var options = _choiceOptions.IsGiven ? ChoiceOptions.Of(_choiceOptions.ReadValue(dc), locale.Options) : locale.Options;
        return ChoiceStyles.Show(prompt, Offered(dc), _style.Text(dc)!, dc.Turn.Activity["channelId"] as string ?? "", options);
    }

    private IReadOnlyList<Choice> Offered(DialogContext dc) =>
        _choices.Fixed ?? ChoiceSource.Parse((dc.Active!.State["options"] as DialogObject)?["choices"]);
}

/// <summary>Asks for yes or no.</summary>
internal sealed class ConfirmInput(ContentNode node) : InputDialog(node)
{
    private readonly ChoiceSource _choices = new(node, "confirmChoices");
    private readonly ChoiceSource _choiceOptions = new(node, "choiceOptions");
    private readonly Binding _style = node.Choice("style", "auto", ChoiceStyles.Names);
    private readonly Binding? _defaultLocale = node.TextBinding("defaultLocale");
    private readonly Binding? _outputFormat = node.ValueBinding("outputFormat");

    protected override InputState Recognize(DialogContext dc, object answer)
    {
        var said = answer is bool known ? known : Read(dc, ValueText.Of(answer));
        if (said is null)
        {
            return InputState.Unrecognized;
        }

        var state = dc.Active!.State;
        state["value"] = Box.Of(said.Value);
        if (_outputFormat is not null)
        {
            state["value"] = _outputFormat.Evaluate(dc);
        }

        return InputState.Valid;
    }

    protected override DialogObject Complete(DialogContext dc, DialogObject prompt)
    {
        var locale = Locale(dc);
        return ChoiceStyles.Show(
            prompt, Choices(dc, locale), _style.Text(dc)!, dc.Turn.Activity["channelId"] as string ?? "", Options(dc, locale));
    }

    private bool? Read(DialogContext dc, string answer)
    {
        var locale = Locale(dc);
        if ((locale.IsEnglish ? EntityRecognizer.Confirmation(answer) : locale.Read(answer)) is { } said)
        {
            return said;
        }

        // Numbers answer when numbers were shown.
        var place = Options(dc, locale).IncludeNumbers
            ? ChoiceFinder.Find(answer, Choices(dc, locale), FindOptions.Usual, EntityRecognizer.NumbersIn)
            : -1;
        return place < 0 ? null : place == 0;
    }

    private ChoiceLocale Locale(DialogContext dc) => ChoiceLocale.Of(dc.Turn.StatedLocale ?? _defaultLocale?.Text(dc));

    private ChoiceOptions Options(DialogContext dc, ChoiceLocale locale) =>
        _choiceOptions.IsGiven ? ChoiceOptions.Of(_choiceOptions.ReadValue(dc), locale.Options) : locale.Options;

    private IReadOnlyList<Choice> Choices(DialogContext dc, ChoiceLocale locale) =>
        _choices.IsGiven ? _choices.Read(dc) : [new Choice(locale.Yes, []), new Choice(locale.No, [])];
}
