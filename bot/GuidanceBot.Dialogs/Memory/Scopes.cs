using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Memory;

/// <summary>The memory scopes: what the first name of a path stands for.</summary>
internal static class Scopes
{
    private const string All = "turn,settings,dialog,dialogContext,dialogclass,class,this,conversation,user";

    public static object? Find(string name, DialogContext dc) => Known(name) switch
    {
        Scope.Turn => dc.Turn.Memory,
        Scope.User => dc.Turn.State.User,
        Scope.Conversation => dc.Turn.State.Conversation,
        Scope.Dialog => dc.Container?.State,
        Scope.This => dc.Active?.State,
        Scope.Settings => dc.Turn.Options.Settings,
        Scope.Class => Class(dc),
        Scope.DialogClass => dc.Container is { } container ? new DialogProperties(container.Dialog, dc) : null,
        Scope.DialogContext => Stack(dc),
        _ => null,
    };

    public static object? Class(DialogContext dc) => dc.Active is { } active ? new DialogProperties(active.Dialog, dc) : null;

    public static object? Recognized(Turn turn, string part) => Value.Property(turn.Memory["recognized"], part);

    public static void Set(DialogContext dc, PropertyPath path, object? value)
    {
        var owner = Writable(dc, path);
        if (!path.IsScope)
        {
            path.Set(owner, dc, value);
            return;
        }

        var whole = value as DialogObject ?? throw new DialogException($"The scope '{path.Scope}' can only be set to an object.");
        switch (Known(path.Scope))
        {
            case Scope.User:
                dc.Turn.State.User = whole;
                break;
            case Scope.Conversation:
                dc.Turn.State.Conversation = whole;
                break;
            case Scope.Dialog when dc.Container is { } container:
                container.State = whole;
                break;
            case Scope.This when dc.Active is { } active:
                active.State = whole;
                break;
            default:
                throw ReadOnly();
        }
    }

    public static void Remove(DialogContext dc, PropertyPath path)
    {
        if (path.IsScope)
        {
            throw ReadOnly();
        }

        path.Remove(Writable(dc, path), dc);
    }

    private static DialogObject Writable(DialogContext dc, PropertyPath path) => Known(path.Scope) switch
    {
        Scope.None => throw new DialogException($"'{path.Text}' does not match memory scopes:[{All}]"),
        Scope.Settings or Scope.Class or Scope.DialogClass or Scope.DialogContext => throw ReadOnly(),
        _ => Find(path.Scope, dc) as DialogObject ?? throw new DialogException($"There is no '{path.Scope}' here to set '{path.Text}' in."),
    };

    // The words of .NET's NotSupportedException, which is what content sees from the SDK.
    private static DialogException ReadOnly() => new("Specified method is not supported.", new NotSupportedException());

    private static DialogObject Stack(DialogContext dc)
    {
        var stack = new List<object?>();
        for (var level = dc; level is not null; level = level.Parent)
        {
            for (var at = level.Stack.Count - 1; at >= 0; at--)
            {
                stack.Add(level.Stack[at].Dialog.Id);
            }
        }

        return new DialogObject(4)
        {
            ["hasPendingActions"] = Box.Of(dc.Container is { Plan.Count: > 0 }),
            ["stack"] = stack,
            ["activeDialog"] = dc.Active?.Dialog.Id,
            ["parent"] = dc.Parent?.Active?.Dialog.Id,
        };
    }

    private static Scope Known(string name) => name.Length switch
    {
        4 when Is(name, "turn") => Scope.Turn,
        4 when Is(name, "user") => Scope.User,
        4 when Is(name, "this") => Scope.This,
        5 when Is(name, "class") => Scope.Class,
        6 when Is(name, "dialog") => Scope.Dialog,
        8 when Is(name, "settings") => Scope.Settings,
        11 when Is(name, "dialogclass") => Scope.DialogClass,
        12 when Is(name, "conversation") => Scope.Conversation,
        13 when Is(name, "dialogcontext") => Scope.DialogContext,
        _ => Scope.None,
    };

    private static bool Is(string name, string scope) => name.Equals(scope, StringComparison.OrdinalIgnoreCase);

    private enum Scope
    {
        None,
        Turn,
        User,
        Conversation,
        Dialog,
        This,
        Settings,
        Class,
        DialogClass,
        DialogContext,
    }
}
