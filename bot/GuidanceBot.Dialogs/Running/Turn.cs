using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Memory;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>What one turn shares between all its dialogs: the activity, the state, what is sent, and what is left of the limits.</summary>
internal sealed class Turn
{
    private readonly List<string> _sentIds = [];
    private int _steps;
    private int _characters;

    public Turn(DialogObject activity, DialogState state, DialogSet dialogs, DialogManagerOptions options)
    {
        Activity = activity;
        State = state;
        Dialogs = dialogs;
        Options = options;
        Memory = new DialogObject(12) { ["activity"] = activity };
    }

    public DialogObject Activity { get; }

    public DialogState State { get; }

    public DialogSet Dialogs { get; }

    public DialogManagerOptions Options { get; }

    public EvaluationOptions Evaluation => Options.Evaluation;

    /// <summary>The <c>turn</c> scope.</summary>
    public DialogObject Memory { get; }

    public List<DialogObject> Sent { get; } = [];

    /// <summary>Dialogs whose definition is no longer the one that began them.</summary>
    public List<string> Changed { get; } = [];

    /// <summary>What the host is asked while the turn is suspended, and then its answer.</summary>
    public HostRequest? Request { get; set; }

    public object? Response { get; set; }

    /// <summary>Errors that a trigger has answered in this turn.</summary>
    public int HandledErrors { get; set; }

    public bool IsMessage => Activity["type"] is "message" or null;

    /// <summary>The locale that content or the activity gives; null: neither.</summary>
    public string? StatedLocale => Memory["locale"] as string is { Length: > 0 } set
        ? set
        : (Memory["activity"] as DialogObject ?? Activity)["locale"] as string is { Length: > 0 } sent ? sent : null;

    public string Locale => StatedLocale ?? Options.DefaultLocale;

    public void CountStep()
    {
        if (++_steps > Options.Limits.StepsPerTurn)
        {
            throw new DialogLimitException($"The turn took more than {Options.Limits.StepsPerTurn} steps; the content may run in a circle.");
        }
    }

    /// <summary>Sends an activity.</summary>
    /// <returns>The id by which the content can update or delete it.</returns>
    public string Send(DialogObject activity)
    {
        if (Sent.Count >= Options.Limits.ActivitiesPerTurn)
        {
            throw new DialogLimitException($"The turn sent more than {Options.Limits.ActivitiesPerTurn} activities.");
        }

        _characters += (activity["text"] as string)?.Length ?? 0;
        if (_characters > Options.Limits.CharactersPerTurn)
        {
            throw new DialogLimitException($"The turn sent more than {Options.Limits.CharactersPerTurn} characters of text.");
        }

        if (!activity.ContainsKey("type"))
        {
            activity["type"] = "message";
        }

        var id = $"{Activity["id"] as string ?? "turn"}.{_sentIds.Count}";
        _sentIds.Add(id);
        Sent.Add(activity);
        return id;
    }

    /// <summary>Replaces an activity that this turn has sent; one sent earlier becomes a <c>messageUpdate</c> for the host.</summary>
    public void Update(string id, DialogObject activity)
    {
        if (PlaceOf(id) is { } place)
        {
            Sent[place] = activity;
            return;
        }

        activity["type"] = "messageUpdate";
        activity["id"] = id;
        Send(activity);
    }

    /// <summary>Takes back an activity that this turn has sent; one sent earlier becomes a <c>messageDelete</c> for the host.</summary>
    public void Delete(string id)
    {
        if (PlaceOf(id) is { } place)
        {
            Sent.RemoveAt(place);
            _sentIds.RemoveAt(place);
            return;
        }

        Send(new DialogObject { ["type"] = "messageDelete", ["id"] = id });
    }

    /// <summary>Shows a value to the developer; only where the host wants traces.</summary>
    public void Trace(string name, string valueType, object? value, string? label)
    {
        if (Options.SendTraces)
        {
            Send(new DialogObject { ["type"] = "trace", ["name"] = name, ["valueType"] = valueType, ["value"] = value, ["label"] = label });
        }
    }

    private int? PlaceOf(string id) => _sentIds.IndexOf(id) is >= 0 and var place ? place : null;
}
