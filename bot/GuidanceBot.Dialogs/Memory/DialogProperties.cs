using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Memory;

/// <summary>The properties of a definition as content sees them under <c>class</c>: a value that begins with = is evaluated.</summary>
internal sealed class DialogProperties(Dialog dialog, DialogContext dc) : IPropertySource
{
    public bool TryGetValue(string name, out object? value)
    {
        var property = dialog.Definition.Member(name);
        if (property is null && name.Equals("id", StringComparison.OrdinalIgnoreCase))
        {
            value = dialog.Id;
            return true;
        }

        if (property is null)
        {
            value = null;
            return false;
        }

        value = property.Scalar is string text && text.StartsWith('=')
            ? Expression.Parse(text[1..]).Evaluate(dc, dc.Turn.Evaluation)
            : JsonValues.ToValue(property);
        return true;
    }
}
