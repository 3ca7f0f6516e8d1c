namespace GuidanceBot.Dialogs.Triggers;

/// <summary>The triggers of a dialog by the event they answer, so that an event that none answers costs nothing.</summary>
internal sealed class TriggerIndex
{
    private readonly Dictionary<string, List<OnCondition>> _byEvent = new(StringComparer.Ordinal);
    private readonly List<OnCondition> _anyEvent;

    public TriggerIndex(List<OnCondition> triggers)
    {
        _anyEvent = triggers.FindAll(trigger => trigger.EventName is null);
        foreach (var name in triggers.Select(trigger => trigger.EventName).OfType<string>().Distinct())
        {
            _byEvent[name] = triggers.FindAll(trigger => trigger.EventName is null || trigger.EventName == name);
        }
    }

    public List<OnCondition> For(string eventName) => _byEvent.GetValueOrDefault(eventName, _anyEvent);

    public bool Has(string eventName) => For(eventName).Count > 0;
}
