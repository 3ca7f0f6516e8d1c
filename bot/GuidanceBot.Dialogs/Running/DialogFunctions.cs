using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>The functions that ask about the dialogs themselves.</summary>
internal static class DialogFunctions
{
    public static readonly FunctionTable Table = FunctionTable.BuiltIn.With(
        new ExpressionFunction("hasPendingActions", "", 'b', HasPendingActions),
        new ExpressionFunction("isDialogActive", "a+", 'b', IsDialogActive));

    /// <summary>Whether the dialog has something under way.</summary>
    private static object? HasPendingActions(ReadOnlySpan<object?> arguments, in Scope scope) =>
        Box.Of(Context(scope, "hasPendingActions") is true);

    /// <summary>Whether one of the dialogs is on the stack.</summary>
    private static object? IsDialogActive(ReadOnlySpan<object?> arguments, in Scope scope)
    {
        var stack = Context(scope, "stack") as List<object?> ?? [];
        foreach (var id in arguments)
        {
            if (id is List<object?> ids ? ids.Exists(stack.Contains) : stack.Contains(id))
            {
                return Box.True;
            }
        }

        return Box.False;
    }

    private static object? Context(in Scope scope, string name) =>
        scope.Memory.TryGetValue("dialogcontext", out var context) ? Value.Property(context, name) : null;
}
