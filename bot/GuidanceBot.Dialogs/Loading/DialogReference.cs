using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Which dialog is meant: one written in place, one named, or one that an expression names when the time comes.</summary>
internal sealed class DialogReference
{
    private DialogReference(Dialog? dialog, string? id, Binding? expression) => (Dialog, Id, Expression) = (dialog, id, expression);

    /// <summary>The dialog itself, when it is written in place or loaded from its file.</summary>
    public Dialog? Dialog { get; set; }

    public string? Id { get; }

    public Binding? Expression { get; }

    public static DialogReference To(Dialog dialog) => new(dialog, null, null);

    public static DialogReference To(string id) => new(null, id, null);

    public static DialogReference By(Binding expression) => new(null, null, expression);

    public Dialog Resolve(DialogContext dc) => Dialog ?? (Expression is null
        ? dc.FindDialog(Id!)
        : Expression.Evaluate(dc) switch
        {
            string id => dc.FindDialog(id),
            DialogObject inline => throw new DialogException($"A dialog that an expression makes cannot be run: {ValueText.Json(inline)}"),
            var other => throw new DialogException($"{Expression} is {Value.TypeName(other)}, not the id of a dialog."),
        });

    public override string ToString() => Dialog?.Id ?? Id ?? Expression?.ToString() ?? "";
}
