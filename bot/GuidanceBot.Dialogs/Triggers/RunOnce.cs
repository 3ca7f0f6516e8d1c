using System.Globalization;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Memory;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Triggers;

/// <summary>Triggers with <c>runOnce</c> answer again only when a value that their condition reads has changed.</summary>
internal static class RunOnce
{
    private const string Tracker = "_tracker";

    public static bool IsDue(DialogContext dc, OnCondition trigger, Binding? condition) =>
        (dc.Active!.State[Tracker] as DialogObject)?[Key(trigger)] as string != Snapshot(dc, condition);

    public static void Done(DialogContext dc, OnCondition trigger, Binding? condition)
    {
        var state = dc.Active!.State;
        var tracker = state[Tracker] as DialogObject ?? [];
        tracker[Key(trigger)] = Snapshot(dc, condition);
        state[Tracker] = tracker;
    }

    private static string Key(OnCondition trigger) => trigger.Place.ToString(CultureInfo.InvariantCulture);

    private static string Snapshot(DialogContext dc, Binding? condition) => ValueText.Json(
        new List<object?>(condition?.Expression?.References.Select(path => dc.GetValue(PropertyPath.Of(path))) ?? []));
}
