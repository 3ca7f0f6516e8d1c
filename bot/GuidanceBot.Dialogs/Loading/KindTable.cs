using GuidanceBot.Dialogs.Actions;
using GuidanceBot.Dialogs.Inputs;
using GuidanceBot.Dialogs.Recognizers;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.TestScripts;
using GuidanceBot.Dialogs.Text;
using GuidanceBot.Dialogs.Triggers;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Every <c>$kind</c> there is. To add one, write its class and add a line here; loading, checking, schema and README follow.</summary>
internal sealed class KindTable
{
    public const string IntentPattern = "Microsoft.IntentPattern";

    public static readonly KindTable Default = new();

    private static readonly (string Name, string Reason)[] Omitted =
    [
        ("Microsoft.LuisRecognizer", "it needs the LUIS cloud service, which Microsoft has switched off"),
        ("Microsoft.QnAMakerRecognizer", "it needs the QnA Maker cloud service, which Microsoft has switched off"),
        ("Microsoft.QnAMakerDialog", "it needs the QnA Maker cloud service, which Microsoft has switched off"),
        ("Microsoft.OrchestratorRecognizer", "it needs a language model of Microsoft's"),
        ("Microsoft.HttpRecognizer", "recognizers do not call the network"),
        ("Microsoft.OAuthInput", "signing in is the host's affair"),
        ("Microsoft.SignOutUser", "signing in and out is the host's affair"),
        ("Microsoft.BeginSkill", "other bots are not called"),
        ("Microsoft.AdaptiveSkillDialog", "other bots are not called"),
        ("Microsoft.CodeAction", "content runs no code"),
        ("Microsoft.Test.AssertTelemetryContains", "telemetry is the host's affair"),
        ("Microsoft.Test.UserTokenMock", "signing in is the host's affair"),
    ];

    private readonly Dictionary<string, Kind> _kinds;

    private KindTable() => _kinds = Actions().Concat(Dialogs()).Concat(Triggers()).Concat(Recognizing()).Concat(Testing())
        .ToDictionary(kind => kind.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Kind> All => _kinds.Values;

    /// <summary>The SDK's kinds that are left out, with the reason.</summary>
    public static IReadOnlyList<(string Name, string Reason)> AllLeftOut => Omitted;

    public Kind? Find(string name) => _kinds.GetValueOrDefault(name);

    public static string? LeftOut(string name) => Array.Find(Omitted, kind => kind.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Reason;

    /// <summary>A hint at a kind that is written much like it; empty when there is none.</summary>
    public string Nearest(string name)
    {
        var bare = name[(name.LastIndexOf('.') + 1)..];
        var near = _kinds.Keys.FirstOrDefault(known => known.EndsWith("." + bare, StringComparison.OrdinalIgnoreCase));
        return near is null ? "" : $" Did you mean '{near}'?";
    }

    private static Kind Action(string name, string what, Func<ContentNode, Dialog> create) => new($"Microsoft.{name}", KindRole.Dialog, what, create);

    private static Kind Trigger(string name, string what, Func<ContentNode, OnCondition> create) => new($"Microsoft.{name}", KindRole.Trigger, what, create);

    private static Kind OnActivityOf(string name, string type, string? eventName = null) =>
        Trigger(name, $"an activity of type {type}{(eventName is null ? "" : $" named {eventName}")}", node => new OnActivity(node, type, eventName));

    private static Kind[] Actions() =>
    [
        Action("ActionScope", "actions one after the other", node => new ActionScope(node)),
        Action("BeginDialog", "runs a dialog and goes on with its result", node => new BeginDialog(node)),
        Action("BreakLoop", "leaves a loop", node => new BreakLoop(node)),
        Action("CancelAllDialogs", "cancels all dialogs, outwards, until one answers the event", node => new CancelDialogs(node, all: true)),
        Action("CancelDialog", "cancels the dialog it stands in", node => new CancelDialogs(node, all: false)),
        Action("ContinueConversation", "has the host continue another conversation", node => new ContinueConversation(node, later: false)),
        Action("ContinueConversationLater", "has the host continue this conversation at a time", node => new ContinueConversation(node, later: true)),
        Action("ContinueLoop", "goes on with the next round of a loop", node => new ContinueLoop(node)),
        Action("DebugBreak", "nothing; a debugger would stop here", node => new DebugBreak(node)),
        Action("DeleteActivity", "takes back an activity", node => new DeleteActivity(node)),
        Action("DeleteProperties", "removes several properties", node => new DeleteProperties(node)),
        Action("DeleteProperty", "removes a property", node => new DeleteProperty(node)),
        Action("EditActions", "changes what the dialog is going to do", node => new EditActions(node)),
        Action("EditArray", "push, pop, take, remove or clear in a list", node => new EditArray(node)),
        Action("EmitEvent", "raises an event", node => new EmitEvent(node)),
        Action("EndDialog", "ends the dialog with a result", node => new EndDialog(node)),
        Action("EndTurn", "ends the turn and goes on with the next message", node => new EndTurn(node)),
        Action("Foreach", "a loop over a list or an object", node => new Foreach(node)),
        Action("ForeachPage", "a loop over pages of a list", node => new ForeachPage(node)),
        Action("GetActivityMembers", "the members an activity was for, from the host", node => new GetMembers(node, ofActivity: true)),
        Action("GetConversationMembers", "the members of the conversation, from the host", node => new GetMembers(node, ofActivity: false)),
        Action("GetConversationReference", "what identifies the conversation", node => new GetConversationReference(node)),
        Action("GotoAction", "goes on with the action of an id", node => new GotoAction(node)),
        Action("HttpRequest", "an HTTP request, made by the host", node => new HttpRequest(node)),
        Action("IfCondition", "one of two sequences of actions", node => new IfCondition(node)),
        Action("InitProperty", "makes a property an empty object or list", node => new InitProperty(node)),
        Action("LogAction", "a line in the host's log", node => new LogAction(node)),
        Action("RepeatDialog", "begins the dialog again", node => new RepeatDialog(node)),
        Action("ReplaceDialog", "runs another dialog in the place of this one", node => new ReplaceDialog(node)),
        Action("SendActivity", "sends a text, a template's result or an activity", node => new SendActivity(node)),
        Action("SendHandoffActivity", "a handoff event for the channel", node => new SendHandoffActivity(node)),
        Action("SetProperties", "sets several properties", node => new SetProperties(node)),
        Action("SetProperty", "sets a property", node => new SetProperty(node)),
        Action("SwitchCondition", "the sequence of actions of a case", node => new SwitchCondition(node)),
        Action("TelemetryTrackEventAction", "an event for the host's telemetry", node => new TelemetryTrackEvent(node)),
        Action("ThrowException", "an error with a message", node => new ThrowException(node)),
        Action("TraceActivity", "a trace activity, where the host wants traces", node => new TraceActivity(node)),
        Action("UpdateActivity", "changes an activity that was sent", node => new UpdateActivity(node)),
        Action("Test.AssertCondition", "fails unless a condition holds", node => new AssertCondition(node)),
    ];

    private static Kind[] Dialogs() =>
    [
        Action("AdaptiveDialog", "a conversation as triggers and actions", node => new AdaptiveDialog(node)),
        Action("Ask", "asks, and leaves the answer to the dialog's schema", node => new Ask(node)),
        Action("AttachmentInput", "asks for a file", node => new AttachmentInput(node)),
        Action("ChoiceInput", "asks for one of several choices", node => new ChoiceInput(node)),
        Action("ConfirmInput", "asks for yes or no", node => new ConfirmInput(node)),
        Action("DateTimeInput", "asks for a date or time", node => new DateTimeInput(node)),
        Action("NumberInput", "asks for a number", node => new NumberInput(node)),
        Action("TextInput", "asks for text", node => new TextInput(node)),
        new("Microsoft.FirstSelector", KindRole.Selector, "the trigger of the lowest priority number", _ => new FirstSelector()),
        new("Microsoft.MostSpecificSelector", KindRole.Selector, "the trigger whose condition implies the others'", node => new MostSpecificSelector(node)),
        new("Microsoft.RandomSelector", KindRole.Selector, "any matching trigger", node => new RandomSelector(node)),
        new("Microsoft.TrueSelector", KindRole.Selector, "the first matching trigger written", _ => new TrueSelector()),
        new("Microsoft.ConditionalSelector", KindRole.Selector, "one of two selectors", node => new ConditionalSelector(node)),
        new("Microsoft.TemplateEngineLanguageGenerator", KindRole.Generator, "templates of one file, or plain text", node => new TemplateGenerator(node)),
        new("Microsoft.ResourceMultiLanguageGenerator", KindRole.Generator, "a template file with its languages", node => new ResourceGenerator(node)),
        new("Microsoft.MultiLanguageGenerator", KindRole.Generator, "a generator for each language", node => new MultiLanguageGenerator(node)),
        new("Microsoft.ActivityTemplate", KindRole.ActivityTemplate, "an activity made by a template", node => ActivityTemplate.OfTemplate(node)),
        new("Microsoft.TextTemplate", KindRole.ActivityTemplate, "a text made by a template", node => ActivityTemplate.OfTemplate(node)),
        new("Microsoft.StaticActivityTemplate", KindRole.ActivityTemplate, "an activity as it stands", node => ActivityTemplate.OfStatic(node)),
    ];

    private static Kind[] Triggers() =>
    [
        Trigger("OnCondition", "any event, when its condition holds", node => new OnCondition(node)),
        Trigger("OnDialogEvent", "an event by name", node => new OnDialogEvent(node)),
        Trigger("OnBeginDialog", "the dialog begins", node => new OnCondition(node, DialogEvents.BeginDialog)),
        Trigger("OnRepromptDialog", "the dialog is to ask again", node => new OnCondition(node, DialogEvents.RepromptDialog)),
        Trigger("OnCancelDialog", "the dialog is being cancelled", node => new OnCondition(node, DialogEvents.CancelDialog)),
        Trigger("OnEndOfActions", "all actions are done", node => new OnCondition(node, DialogEvents.EndOfActions)),
        Trigger("OnError", "something failed", node => new OnError(node)),
        Trigger("OnIntent", "an intent, with certain entities if asked", node => new OnIntent(node)),
        Trigger("OnQnAMatch", "the intent QnAMatch", node => new OnIntent(node, "QnAMatch")),
        Trigger("OnUnknownIntent", "a message that nothing else answers", node => new OnCondition(node, DialogEvents.UnknownIntent)),
        Trigger("OnChooseIntent", "two recognizers understood the message differently", node => new OnChooseIntent(node)),
        Trigger("OnAssignEntity", "a form assigns an entity to a property", node => new OnEntityEvent(node, DialogEvents.AssignEntity)),
        Trigger("OnChooseEntity", "a form has to ask which value was meant", node => new OnEntityEvent(node, DialogEvents.ChooseEntity)),
        Trigger("OnChooseProperty", "a form has to ask which property was meant", node => new OnEntityEvent(node, DialogEvents.ChooseProperty)),
        Trigger("OnActivity", "an activity by type", node => new OnActivity(node)),
        OnActivityOf("OnMessageActivity", "message"),
        OnActivityOf("OnMessageUpdateActivity", "messageUpdate"),
        OnActivityOf("OnMessageDeleteActivity", "messageDelete"),
        OnActivityOf("OnMessageReactionActivity", "messageReaction"),
        OnActivityOf("OnConversationUpdateActivity", "conversationUpdate"),
        OnActivityOf("OnInstallationUpdateActivity", "installationUpdate"),
        OnActivityOf("OnEndOfConversationActivity", "endOfConversation"),
        OnActivityOf("OnEventActivity", "event"),
        OnActivityOf("OnInvokeActivity", "invoke"),
        OnActivityOf("OnTypingActivity", "typing"),
        OnActivityOf("OnHandoffActivity", "handoff"),
        OnActivityOf("OnCommandActivity", "command"),
        OnActivityOf("OnCommandResultActivity", "commandResult"),
        OnActivityOf("OnContinueConversation", "event", "ContinueConversation"),
    ];

    private static IEnumerable<Kind> Recognizing() =>
    [
        new("Microsoft.RegexRecognizer", KindRole.Recognizer, "intents and entities by regular expressions", node => new RegexRecognizer(node)),
        new("Microsoft.RecognizerSet", KindRole.Recognizer, "all that several recognizers find", node => new RecognizerSet(node)),
        new("Microsoft.CrossTrainedRecognizerSet", KindRole.Recognizer, "recognizers that defer to each other", node => new CrossTrainedRecognizerSet(node)),
        new("Microsoft.MultiLanguageRecognizer", KindRole.Recognizer, "a recognizer for each language", node => new MultiLanguageRecognizer(node)),
        new("Microsoft.ValueRecognizer", KindRole.Recognizer, "what a submitted card says", node => new ValueRecognizer(node)),
        new(IntentPattern, KindRole.IntentPattern, "a pattern and its intent", node => new IntentPattern(node)),
        new("Microsoft.RegexEntityRecognizer", KindRole.EntityRecognizer, "an entity by a regular expression", node => new RegexEntityRecognizer(node)),
        .. EntityRecognizers.Names.Order(StringComparer.Ordinal).Select(name => new Kind(
            $"Microsoft.{name}EntityRecognizer", KindRole.EntityRecognizer, $"the entities {name} of English", node => new KnownEntityRecognizer(node, name))),
    ];

    private static Kind[] Testing() =>
    [
        new("Microsoft.Test.Script", KindRole.TestScript, "a conversation and what the bot must say", node => new TestScript(node)),
        .. TestActions.Kinds,
        .. Mocks.Kinds,
    ];
}
