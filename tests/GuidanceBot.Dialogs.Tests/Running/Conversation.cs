using System.Text;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Tests.Running;

/// <summary>A conversation with a dialog written in a test, its state kept as bytes between turns.</summary>
internal sealed class Conversation(DialogManager manager)
{
    public byte[] State { get; set; } = [];

    public DialogTurnResult? Last { get; private set; }

    public string StateText => Encoding.UTF8.GetString(State);

    /// <summary>A dialog that does these actions when it begins.</summary>
    public static Conversation Doing(string actions, DialogManagerOptions? options = null) => With(
        $$"""{ "$kind": "Microsoft.AdaptiveDialog", "triggers": [ { "$kind": "Microsoft.OnBeginDialog", "actions": [ {{actions}} ] } ] }""", options);

    public static Conversation With(string dialog, DialogManagerOptions? options = null) => new(ManagerOf(dialog, options));

    public static DialogManager ManagerOf(string dialog, DialogManagerOptions? options = null) =>
        new(new ResourceExplorer().AddResource("main.dialog", dialog).Load("main"), options);

    /// <summary>Says a text and gives the texts of the replies.</summary>
    public async Task<string[]> SayAsync(string text)
    {
        var activity = new DialogObject { ["type"] = "message", ["text"] = text, ["id"] = "m1" };
        Last = await manager.RunAsync(new DialogTurn(activity, State), TestContext.Current.CancellationToken);
        State = Last.State;
        return [.. Last.Activities.Select(reply => ValueText.Of(reply["text"]))];
    }
}
