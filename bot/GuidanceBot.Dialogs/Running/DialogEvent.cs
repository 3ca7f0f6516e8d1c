using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>Something that happened, offered to triggers from the innermost dialog outwards.</summary>
internal sealed record DialogEvent(string Name, object? Value, bool Bubble)
{
    /// <summary>As triggers see it under <c>turn.dialogEvent</c>.</summary>
    public DialogObject ToObject() => new(3) { ["name"] = Name, ["value"] = Value, ["bubble"] = Box.Of(Bubble) };
}

/// <summary>The names of the events that the runtime raises; content can raise any other.</summary>
internal static class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string RecognizeUtterance = "recognizeUtterance";
    public const string RecognizedIntent = "recognizedIntent";
    public const string UnknownIntent = "unknownIntent";
    public const string EndOfActions = "endOfActions";
    public const string AssignEntity = "assignEntity";
    public const string ChooseEntity = "chooseEntity";
    public const string ChooseProperty = "chooseProperty";
}
