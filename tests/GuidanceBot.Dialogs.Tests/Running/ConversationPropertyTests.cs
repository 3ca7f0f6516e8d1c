using CsCheck;
using GuidanceBot.Dialogs.Memory;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Running;

/// <summary>Whatever a person does, in whatever order: answers that were given are kept, and none is made up.</summary>
public sealed class ConversationPropertyTests
{
    private const string Form =
        """
        {
          "$kind": "Microsoft.AdaptiveDialog", "id": "root", "autoEndDialog": false,
          "recognizer": { "$kind": "Microsoft.RegexRecognizer", "intents": [
            { "intent": "Start", "pattern": "^start$" }, { "intent": "Help", "pattern": "^help$" }, { "intent": "Aside", "pattern": "^aside$" },
            { "intent": "Correct", "pattern": "^correct$" }, { "intent": "Cancel", "pattern": "^cancel$" } ] },
          "triggers": [
            { "$kind": "Microsoft.OnIntent", "intent": "Start", "condition": "!isDialogActive('form')", "actions": [
              { "$kind": "Microsoft.BeginDialog", "dialog": "form", "resultProperty": "conversation.result" },
              { "$kind": "Microsoft.SendActivity", "activity": "done ${conversation.result}" } ] },
            { "$kind": "Microsoft.OnIntent", "intent": "Help", "actions": [ { "$kind": "Microsoft.SendActivity", "activity": "help" } ] },
            { "$kind": "Microsoft.OnIntent", "intent": "Aside", "actions": [
              { "$kind": "Microsoft.TextInput", "property": "conversation.aside", "alwaysPrompt": true, "prompt": "aside?" },
              { "$kind": "Microsoft.SendActivity", "activity": "back" } ] },
            { "$kind": "Microsoft.OnIntent", "intent": "Correct", "condition": "isDialogActive('form')", "actions": [
              { "$kind": "Microsoft.DeleteProperty", "property": "user.first" }, { "$kind": "Microsoft.CancelAllDialogs" } ] },
            { "$kind": "Microsoft.OnIntent", "intent": "Cancel", "actions": [ { "$kind": "Microsoft.CancelAllDialogs" } ] },
            { "$kind": "Microsoft.OnUnknownIntent", "actions": [ { "$kind": "Microsoft.SendActivity", "activity": "unknown" } ] }
          ],
          "dialogs": [ {
            "$kind": "Microsoft.AdaptiveDialog", "id": "form",
            "triggers": [ { "$kind": "Microsoft.OnBeginDialog", "actions": [
              { "$kind": "Microsoft.TextInput", "property": "user.first", "prompt": "first?", "allowInterruptions": true },
              { "$kind": "Microsoft.ChoiceInput", "property": "user.second", "prompt": "second?", "style": "none", "choices": ["one", "two"], "allowInterruptions": true },
              { "$kind": "Microsoft.IfCondition", "condition": "user.second == 'two'", "actions": [
                { "$kind": "Microsoft.Foreach", "itemsProperty": "user.none", "actions": [] },
                { "$kind": "Microsoft.NumberInput", "property": "user.third", "prompt": "third?", "allowInterruptions": true } ] },
              { "$kind": "Microsoft.EndDialog", "value": "=concat(user.first, '/', user.second)" } ] } ]
          } ]
        }
        """;

    private static readonly string[] Sayings = ["start", "help", "aside", "correct", "cancel", "one", "two", "3", "green", "", "start over"];

    private static readonly DialogManager Manager = Conversation.ManagerOf(Form);

    [Fact]
    public void Any_order_of_answering_interrupting_correcting_and_cancelling_keeps_the_answers() =>
        Gen.Int[0, Sayings.Length - 1].Array[1, 25].Sample(
            places => Holds([.. places.Select(place => Sayings[place])]).GetAwaiter().GetResult(), iter: 400);

    [Fact]
    public void A_state_reads_back_to_the_same_bytes() =>
        Gen.Int[0, Sayings.Length - 1].Array[1, 15].Sample(
            places =>
            {
                var conversation = new Conversation(Manager);
                foreach (var place in places)
                {
                    conversation.SayAsync(Sayings[place]).GetAwaiter().GetResult();
                    var again = DialogState.Read(conversation.State, Dialogs.Value).Write();
                    if (!again.AsSpan().SequenceEqual(conversation.State))
                    {
                        return false;
                    }
                }

                return true;
            },
            iter: 300);

    private static readonly Lazy<DialogSet> Dialogs = new(() => new GuidanceBot.Dialogs.Loading.ResourceExplorer().AddResource("main.dialog", Form).Load("main"));

    private static async Task<bool> Holds(string[] sayings)
    {
        var conversation = new Conversation(Manager);
        var before = new DialogObject();
        var question = "";
        foreach (var saying in sayings)
        {
            var replies = await conversation.SayAsync(saying);
            var user = DialogState.Read(conversation.State, Dialogs.Value).User;

            // What was answered stays, unless it was what the person corrects.
            foreach (var (name, value) in before)
            {
                var corrected = saying == "correct" && name == "first";
                if (value is not null && !corrected && !Value.AreEqual(value, user[name]))
                {
                    return false;
                }
            }

            // An answer comes from what was said, to the question that was open.
            foreach (var (name, value) in user)
            {
                if (value is not null && before[name] is null && (question != name + "?" || !IsAnswer(name, value, saying)))
                {
                    return false;
                }
            }

            // What is asked has no answer yet.
            question = replies.LastOrDefault(reply => reply.EndsWith('?')) ?? question;
            if (question.Length > 1 && replies.Contains(question) && question != "aside?" && user[question[..^1]] is not null)
            {
                return false;
            }

            before = (DialogObject)Value.Clone(user)!;
        }

        return true;
    }

    private static bool IsAnswer(string name, object value, string saying) => name switch
    {
        "first" => Equals(value, saying),
        "second" => value is "one" or "two",
        _ => Equals(value, 3L) || saying is "one" or "two",
    };
}
