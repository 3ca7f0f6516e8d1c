using GuidanceBot.Dialogs.Loading;

namespace GuidanceBot.Dialogs.Running;

/// <summary>Anything that can stand on the stack: an adaptive dialog or one of its actions. Fixed once loaded and shared by all turns.</summary>
public abstract class Dialog
{
    private protected Dialog(ContentNode node)
    {
        Definition = node.Json;
        ExplicitId = node.Text("id");
        Kind = node.Json.Kind ?? "";
    }

    /// <summary>The id that the content gives, or one made of the kind and what distinguishes the action.</summary>
    public virtual string Id => ExplicitId ?? $"{GetType().Name}[{Label}]";

    internal string? ExplicitId { get; }

    internal string Kind { get; }

    /// <summary>The JSON it was loaded from, for the <c>class</c> scopes.</summary>
    internal JsonSource Definition { get; }

    /// <summary>Its name in the stored state, unique within <see cref="Owner"/>.</summary>
    internal string Key { get; set; } = "";

    /// <summary>The adaptive dialog it is a part of; null for the root of a file.</summary>
    internal AdaptiveDialog? Owner { get; set; }

    /// <summary>What tells it from its like in an error.</summary>
    private protected virtual string Label => "";

    /// <summary>The dialogs inside it.</summary>
    internal virtual IEnumerable<Dialog> Parts => [];

    internal abstract Step Begin(DialogContext dc, object? options);

    /// <summary>The next activity has come, or an interruption is over.</summary>
    internal virtual Step Continue(DialogContext dc) => Step.End();

    /// <summary>The dialog that it began has ended.</summary>
    internal virtual Step Resume(DialogContext dc, object? result) => Step.End(result);

    /// <summary>An event, before the dialogs further out see it. True: handled, they will not.</summary>
    internal virtual bool OnPreBubble(DialogContext dc, DialogEvent raised) => false;

    /// <summary>An event that no dialog further out has handled.</summary>
    internal virtual bool OnPostBubble(DialogContext dc, DialogEvent raised) => false;

    /// <summary>Asks again what was asked.</summary>
    internal virtual void Reprompt(DialogContext dc)
    {
    }

    public override string ToString() => Id;
}
